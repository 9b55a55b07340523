import { intermediateReview } from '../../shared/rules/intermediate-review.ts'
import { testExamples } from './support.ts'

testExamples(intermediateReview)
