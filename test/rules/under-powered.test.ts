import { underPowered } from '../../shared/rules/under-powered.ts'
import { testExamples } from './support.ts'

testExamples(underPowered)
