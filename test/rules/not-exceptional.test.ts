import { notExceptional } from '../../shared/rules/not-exceptional.ts'
import { testExamples } from './support.ts'

testExamples(notExceptional)
