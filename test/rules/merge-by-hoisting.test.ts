import { mergeByHoisting } from '../../shared/rules/merge-by-hoisting.ts'
import { testExamples } from './support.ts'

testExamples(mergeByHoisting)
