import { staleApproval } from '../../shared/rules/stale-approval.ts'
import { testExamples } from './support.ts'

testExamples(staleApproval)
