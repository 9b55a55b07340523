import { ceremony } from '../../shared/rules/ceremony.ts'
import { testExamples } from './support.ts'

testExamples(ceremony)
