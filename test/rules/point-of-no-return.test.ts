import { pointOfNoReturn } from '../../shared/rules/point-of-no-return.ts'
import { testExamples } from './support.ts'

testExamples(pointOfNoReturn)
