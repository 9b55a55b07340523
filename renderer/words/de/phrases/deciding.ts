// What another value of a tag would do, and what happens in a run, in German.
import type { PhraseBook } from '../../speak.ts'

export const deciding: PhraseBook = {
  // If a tag were different
  'If {} had no consequence instead of {}, {}.': 'Angenommen, {} hätte keine Folge statt {}: {}.',
  'If {} had {} consequence instead of {}, {}.': 'Angenommen, {} hätte Folge {} statt {}: {}.',
  'If {} were reversible, {}.': 'Angenommen, {} wäre rückgängig zu machen: {}.',
  'If {} were reversible with effort, {}.': 'Angenommen, {} wäre mit Aufwand rückgängig zu machen: {}.',
  'If {} were only compensable, {}.': 'Angenommen, {} wäre nur auszugleichen: {}.',
  'If {} were irreversible, {}.': 'Angenommen, {} wäre nicht rückgängig zu machen: {}.',
  'If {} were external, {}.': 'Angenommen, {} ginge nach außen: {}.',
  'If {} were not external, {}.': 'Angenommen, {} ginge nicht nach außen: {}.',
  'If {} were security-sensitive, {}.': 'Angenommen, {} wäre sicherheitsrelevant: {}.',
  'If {} were not security-sensitive, {}.': 'Angenommen, {} wäre nicht sicherheitsrelevant: {}.',
  'If {} added no doubt instead of {}, {}.': 'Angenommen, {} brächte keinen Zweifel mit statt {}: {}.',
  'If {} added {} doubt instead of {}, {}.': 'Angenommen, {} brächte Zweifel {} mit statt {}: {}.',
  'If {} added doubt of the kind {}, {}.': 'Angenommen, {} brächte Zweifel dieser Art mit ({}): {}.',
  'If {} did not settle {}, {}.': 'Angenommen, {} klärte nicht mehr ({}): {}.',
  'If {} also settled {}, {}.': 'Angenommen, {} klärte auch ({}): {}.',
  'If {} were done for {} item at once instead of {} item, {}.':
    'Angenommen, {} liefe mit {} statt {} Stück auf einmal: {}.',
  'If {} were done for {} item at once instead of {} items, {}.':
    'Angenommen, {} liefe mit {} statt {} Stück auf einmal: {}.',
  'If {} were done for {} items at once instead of {} item, {}.':
    'Angenommen, {} liefe mit {} statt {} Stück auf einmal: {}.',
  'If {} were done for {} items at once instead of {} items, {}.':
    'Angenommen, {} liefe mit {} statt {} Stück auf einmal: {}.',
  'If {} released nothing, {}.': 'Angenommen, {} gäbe nichts frei: {}.',
  'If {} released what follows with {}, {}.': 'Angenommen, {} gäbe das Folgende frei ({}): {}.',
  'If {} were taken in {} of cases instead of {}, {}.':
    'Angenommen, {} würde in {} der Fälle genommen statt {}: {}.',
  'the way from {} to {}': 'der Weg von {} zu {}',
  it: 'es',
  // What would then be so
  '{} would not be covered as it stands': '{} wäre im jetzigen Stand nicht gedeckt',
  '{} and {} would not be covered as it stands': '{} und {} wären im jetzigen Stand nicht gedeckt',
  '{} would be covered as it stands': '{} wäre im jetzigen Stand gedeckt',
  '{} and {} would be covered as it stands': '{} und {} wären im jetzigen Stand gedeckt',
  'it would need {} before it': 'davor bräuchte es {}',
  'somebody would have to be told of it': 'jemand müsste davon erfahren',
  '{} would be needed before {}': 'vor {2} bräuchte es {1}',
  '{} would be needed at {}': 'bei {2} bräuchte es {1}',
  '{} would be needed on the way from {} to {}': 'auf dem Weg von {2} zu {3} bräuchte es {1}',
  '{} instead of {} would be needed before {}': 'vor {3} bräuchte es {1} (bisher {2})',
  '{} instead of {} would be needed at {}': 'bei {3} bräuchte es {1} (bisher {2})',
  '{} instead of {} would be needed on the way from {} to {}':
    'auf dem Weg von {3} zu {4} bräuchte es {1} (bisher {2})',
  'the {} before {} would not be needed': 'nicht nötig wäre: {} vor {}',
  'the {} at {} would not be needed': 'nicht nötig wäre: {} bei {}',
  'the {} on the way from {} to {} would not be needed': 'nicht nötig wäre: {} auf dem Weg von {} zu {}',
  'the {} before {} would move {}': 'anderer Ort für {} vor {}: {}',
  'the {} at {} would move {}': 'anderer Ort für {} bei {}: {}',
  'the {} on the way from {} to {} would move {}': 'anderer Ort für {} auf dem Weg von {} zu {}: {}',
  'the {} before {} would be a {}': '{} vor {} würde zu: {}',
  'the {} at {} would be a {}': '{} bei {} würde zu: {}',
  'the {} on the way from {} to {} would be a {}': '{} auf dem Weg von {} zu {} würde zu: {}',
  'the {} before {} would be an {}': '{} vor {} würde zu: {}',
  'the {} at {} would be an {}': '{} bei {} würde zu: {}',
  'the {} on the way from {} to {} would be an {}': '{} auf dem Weg von {} zu {} würde zu: {}',
  'to the place before {}': 'vor {}',
  'to the start {}': 'bei {}',
  'to the way from {} to {}': 'auf dem Weg von {} zu {}',
  '{} could go': '{} könnte weg',
  '{} would be needed after all': '{} wäre doch nötig',
  'the handoff “{}”': 'die Übergabe „{}“',
  '{} more alike': '{} weitere dieser Art',
  gate: 'Übergabe',
  question: 'Rückfrage',
  'exception desk': 'Ausnahme',
  'decision after a failure': 'Störung',
  notice: 'Hinweis',
  'a question': 'eine Rückfrage',
  'an exception desk': 'eine Ausnahme',
  'a decision after a failure': 'eine Störungsentscheidung',
  'a sign-off': 'eine Abnahme',
  'a brief': 'einen Auftrag',
  // What nobody has said
  'Nobody has said of {} how consequential it is; nothing hangs on it.':
    'Niemand hat gesagt, wie folgenreich {} ist; nichts hängt daran.',
  'Nobody has said of {} how uncertain it is; nothing hangs on it.':
    'Niemand hat gesagt, wie unsicher {} ist; nichts hängt daran.',
  'Nobody has said of {} how often each way is taken; nothing hangs on it.':
    'Niemand hat gesagt, wie oft bei {} jeder Weg genommen wird; nichts hängt daran.',
  'Nobody has said of {} how consequential it is. It decides {}.':
    'Niemand hat gesagt, wie folgenreich {} ist. Davon hängt ab: {}.',
  'Nobody has said of {} how uncertain it is. It decides {}.':
    'Niemand hat gesagt, wie unsicher {} ist. Davon hängt ab: {}.',
  'Nobody has said of {} how often each way is taken. It decides {}.':
    'Niemand hat gesagt, wie oft bei {} jeder Weg genommen wird. Davon hängt ab: {}.',
  'between {} and {} min a run': '{} bis {} min je Lauf',
  'between {} and {} suggested handoffs': '{} bis {} vorgeschlagene Übergaben',
  'whether the handoffs of today cover everything': 'ob die heutigen Übergaben alles decken',
  'between {} and {} min a run and between {} and {} suggested handoffs':
    '{} bis {} min je Lauf und {} bis {} vorgeschlagene Übergaben',
  'between {} and {} min a run and whether the handoffs of today cover everything':
    '{} bis {} min je Lauf, und ob die heutigen Übergaben alles decken',
  'between {} and {} min a run, between {} and {} suggested handoffs and whether the handoffs of today cover everything':
    '{} bis {} min je Lauf, {} bis {} vorgeschlagene Übergaben, und ob die heutigen Übergaben alles decken',
  'between {} and {} suggested handoffs and whether the handoffs of today cover everything':
    '{} bis {} vorgeschlagene Übergaben, und ob die heutigen Übergaben alles decken',
  // A run
  'the run begins': 'der Lauf beginnt',
  'its condition does not hold': 'die Bedingung gilt nicht',
  'not in the sample': 'nicht in der Stichprobe',
  'called by {}': 'aufgerufen von {}',
  '{} branches': '{} Zweige',
  'for the other branches': 'auf die anderen Zweige',
  'nobody answers': 'niemand antwortet',
  'nobody answers: {}': 'niemand antwortet: {}',
  'nobody answers, and nothing is set to happen then: it waits for ever':
    'niemand antwortet, und es ist nichts dafür gesetzt: Es wartet ewig',
  'nobody answered': 'niemand hat geantwortet',
  'nobody is left to ask': 'niemand mehr zu fragen',
  'aborted by the person asked': 'von der gefragten Person abgebrochen',
  'the request is void': 'die Anfrage ist hinfällig',
  'the approval is too old and is asked for again': 'die Freigabe ist zu alt und wird neu erfragt',
  'tells {}': 'benachrichtigt {}',
  'asks {}': 'fragt {}',
  'tried again': 'noch einmal versucht',
  'not done': 'nicht getan',
  'stopped safely: {}': 'sicher angehalten: {}',
  'stuck: what is left of the run waits for ever': 'steckt fest: Was vom Lauf übrig ist, wartet ewig',
}
