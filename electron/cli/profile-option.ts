// `--profile NAME`: looks at a document as if it followed one of the presets.
import { PROFILE_NAMES, withPreset } from '../../shared/model/profile.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { choiceOption, textOption } from './command.ts'
import type { CliOption, Words } from './command.ts'

export const PROFILE_OPTION: CliOption = {
  type: 'string',
  value: 'NAME',
  says: `as if the document followed this profile: ${PROFILE_NAMES.join(', ')}`,
}

/** The workflow under the profile that `--profile` names, or as it is. Throws a UsageError for a name that is none. */
export function underProfile(words: Words, workflow: Workflow): Workflow {
  if (textOption(words, 'profile') === undefined) return workflow
  return { ...workflow, profile: withPreset(workflow.profile, choiceOption(words, 'profile', PROFILE_NAMES)) }
}
