import { missingAbnormalExit } from '../../shared/rules/missing-abnormal-exit.ts'
import { testExamples } from './support.ts'

testExamples(missingAbnormalExit)
