import { conflictAtJoin } from '../../shared/rules/conflict-at-join.ts'
import { testExamples } from './support.ts'

testExamples(conflictAtJoin)
