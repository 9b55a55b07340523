import { rebriefOnDelegation } from '../../shared/rules/rebrief-on-delegation.ts'
import { testExamples } from './support.ts'

testExamples(rebriefOnDelegation)
