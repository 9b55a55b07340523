import { noSafeStop } from '../../shared/rules/no-safe-stop.ts'
import { testExamples } from './support.ts'

testExamples(noSafeStop)
