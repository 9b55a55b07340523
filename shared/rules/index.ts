// The list of rules. A rule exists when it is on this list, and a test complains about a file that is not.
import { acceptedRisk } from './accepted-risk.ts'
import { accumulated } from './accumulated.ts'
import { ambiguityPause } from './ambiguity-pause.ts'
import { approvalEverywhere } from './approval-everywhere.ts'
import { bypass } from './bypass.ts'
import { ceremony } from './ceremony.ts'
import { conflictAtJoin } from './conflict-at-join.ts'
import { deadHandoff } from './dead-handoff.ts'
import { exceptionQueue } from './exception-queue.ts'
import { finalSignOff } from './final-sign-off.ts'
import { inNodeSeam } from './in-node-seam.ts'
import { intermediateReview } from './intermediate-review.ts'
import { missingAbnormalExit } from './missing-abnormal-exit.ts'
import { missingRejection } from './missing-rejection.ts'
import { missingTimeout } from './missing-timeout.ts'
import { modelLint } from './model-lint.ts'
import { pointOfNoReturn } from './point-of-no-return.ts'
import { overload } from './overload.ts'
import { preActionApproval } from './pre-action-approval.ts'
import { rebriefOnDelegation } from './rebrief-on-delegation.ts'
import { recoveryDecision } from './recovery-decision.ts'
import { redundantGate } from './redundant-gate.ts'
import { riskBasedRouting } from './risk-based-routing.ts'
import { strengthByEffect } from './strength-by-effect.ts'
import { taskDefinition } from './task-definition.ts'
import { selfApproval } from './self-approval.ts'
import { tiers } from './tiers.ts'
import { tooLateReview } from './too-late-review.ts'
import { ruledOut } from './ruled-out.ts'
import { blindRetry } from './blind-retry.ts'
import { noSafeStop } from './no-safe-stop.ts'
import { notExceptional } from './not-exceptional.ts'
import { orphanGate } from './orphan-gate.ts'
import { evidenceNotAvailable } from './evidence-not-available.ts'
import { underPowered } from './under-powered.ts'
import { staleApproval } from './stale-approval.ts'
import { mergeByHoisting } from './merge-by-hoisting.ts'
import type { Rule } from './types.ts'
import { undoWindow } from './undo-window.ts'

export const RULES: readonly Rule[] = [
  taskDefinition,
  rebriefOnDelegation,
  preActionApproval,
  strengthByEffect,
  accumulated,
  pointOfNoReturn,
  exceptionQueue,
  missingAbnormalExit,
  ambiguityPause,
  conflictAtJoin,
  recoveryDecision,
  finalSignOff,
  inNodeSeam,
  undoWindow,
  riskBasedRouting,
  redundantGate,
  ceremony,
  intermediateReview,
  tooLateReview,
  approvalEverywhere,
  missingRejection,
  missingTimeout,
  deadHandoff,
  bypass,
  blindRetry,
  noSafeStop,
  notExceptional,
  staleApproval,
  orphanGate,
  evidenceNotAvailable,
  underPowered,
  mergeByHoisting,
  overload,
  modelLint,
  acceptedRisk,
  ruledOut,
  tiers,
  selfApproval,
]
