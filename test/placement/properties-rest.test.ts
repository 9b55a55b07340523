// Every other one of the properties; the rest is in `properties.test.ts`.
import { testProperties } from './every-property.ts'
import { PROPERTIES } from './properties.ts'

testProperties(PROPERTIES.filter((_, index) => index % 2 === 1))
