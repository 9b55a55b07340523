import { blindRetry } from '../../shared/rules/blind-retry.ts'
import { testExamples } from './support.ts'

testExamples(blindRetry)
