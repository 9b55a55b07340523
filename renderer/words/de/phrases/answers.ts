// Findings in German, rules about answers, people, conditions and the model itself.
import type { PhraseBook } from '../../speak.ts'

export const answers: PhraseBook = {
  // A "no"
  '{} offers no way to say no': '{} bietet kein Nein an',
  '{} offers no way to say no.': '{} bietet kein Nein an.',
  'a gate that cannot be refused stops nothing':
    'eine Übergabe, die sich nicht ablehnen lässt, nichts anhält',
  'it offers reject or abort': 'sie Ablehnen oder Abbrechen anbietet',
  'Let it be refused, and stop the run safely then': 'Ablehnen zulassen und den Lauf dann sicher anhalten',
  '{} can be refused, and nothing says where the run goes then':
    '{} lässt sich ablehnen, und es ist nicht gesagt, wohin der Lauf dann geht',
  '{} can be refused, and nothing says where the run goes then.':
    '{} lässt sich ablehnen, und es ist nicht gesagt, wohin der Lauf dann geht.',
  'nobody knows what a refused run does': 'niemand weiß, was ein abgelehnter Lauf tut',
  'it says where a refusal goes, or that the run stops':
    'gesagt ist, wohin eine Ablehnung führt oder dass der Lauf anhält',
  'After a refusal at {} the run can still reach {} without being asked again':
    'Nach einer Ablehnung durch {} kann der Lauf {} trotzdem ohne neue Frage erreichen',
  'After a refusal at {} the run can still reach {} without being asked again.':
    'Nach einer Ablehnung durch {} kann der Lauf {} trotzdem ohne neue Frage erreichen.',
  'a refused run reaches the act all the same': 'ein abgelehnter Lauf die Tat trotzdem erreicht',
  'every way on from a refusal passes a gate that is strong enough, or stops':
    'jeder Weg nach einer Ablehnung durch eine ausreichend starke Übergabe führt oder anhält',
  'What is refused at {} can come back to it for ever': 'Was {} ablehnt, kann immer wieder zurückkommen',
  'What is refused at {} can come back to it for ever.': 'Was {} ablehnt, kann immer wieder zurückkommen.',
  'somebody is asked every time, only without an end': 'jedes Mal jemand gefragt wird, nur ohne Ende',
  'it says how often refused work may come back': 'gesagt ist, wie oft Abgelehntes zurückkommen darf',
  'Let it come back at most {} times': 'Höchstens {}-mal zurückkommen lassen',
  'Stop the run safely when it is refused': 'Den Lauf bei Ablehnung sicher anhalten',
  'the run stops': 'der Lauf hält an',
  'the person is asked by the workflow itself, and a runtime may stop the run for them':
    'der Ablauf selbst den Menschen fragt und eine Ausführung den Lauf für ihn anhalten kann',
  '{} confers {}, and the run goes on the same way whatever the person says.':
    '{} verleiht {}, und der Lauf geht gleich weiter, was der Mensch auch sagt.',
  'a reject transition leaves the step, or a decision follows it':
    'ein Übergang für Ablehnung den Schritt verlässt oder eine Entscheidung folgt',
  'Let the person say no, and stop the run safely then':
    'Ein Nein zulassen und den Lauf dann sicher anhalten',
  'After a “no” of {} the run can still reach {} without being asked again.':
    'Nach einem „Nein“ von {} kann der Lauf {} trotzdem ohne neue Frage erreichen.',
  'every way on from there passes a gate that is strong enough, or stops':
    'jeder Weg von dort durch eine ausreichend starke Übergabe führt oder anhält',
  'Stop the run safely instead': 'Den Lauf stattdessen sicher anhalten',
  'What is refused by {} comes back by {}, and nothing says how often.':
    'Was {} ablehnt, kommt über {} zurück, und es ist nicht gesagt, wie oft.',
  'a step of the loop says how often it may run again':
    'ein Schritt der Schleife sagt, wie oft er noch einmal laufen darf',
  // No answer
  'the run may wait for ever': 'der Lauf ewig warten kann',
  '{} has no answer for when nobody answers.':
    'Für {} ist nicht gesagt, was geschieht, wenn niemand antwortet.',
  '{} escalates when nobody answers, and names nobody to escalate to.':
    '{} gibt weiter, wenn niemand antwortet, und nennt niemanden dafür.',
  'it has a time-out or an escalation': 'sie eine Frist oder eine Eskalation hat',
  'it names whom to ask next, or the time-out ends the run':
    'sie nennt, wer als Nächstes gefragt wird, oder die Frist den Lauf beendet',
  'silence would count as a yes': 'Schweigen als Ja gälte',
  'When nobody answers, {} leads on to {}.': 'Wenn niemand antwortet, führt {} weiter zu {}.',
  'the time-out leads to a safe stop, to somebody else, or through a gate that is strong enough':
    'die Frist zu einem sicheren Halt, zu jemand anderem oder durch eine ausreichend starke Übergabe führt',
  'Stop the run safely when nobody answers': 'Den Lauf sicher anhalten, wenn niemand antwortet',
  'End the run safely when nobody answers': 'Den Lauf sicher beenden, wenn niemand antwortet',
  'Ask “{}” when nobody answers, and end the run safely after that':
    '„{}“ fragen, wenn niemand antwortet, und den Lauf danach sicher beenden',
  'the runtime may have a time-out of its own': 'die Ausführung eine eigene Frist haben kann',
  '{} waits for a person, and nothing says for how long.':
    '{} wartet auf einen Menschen, und es ist nicht gesagt, wie lange.',
  'the step has a time-out, or a time-out transition leaves it':
    'der Schritt eine Frist hat oder ein Übergang der Art Frist ihn verlässt',
  // Safe stop
  'what it has done is hard to take back': 'das Getane schwer zurückzunehmen ist',
  'what it has done can still be taken back by hand': 'das Getane noch von Hand zurückzunehmen ist',
  'Once {} is done and something goes wrong, no way leads to a safe stop.':
    'Ist {} getan und geht etwas schief, führt kein Weg zu einem sicheren Halt.',
  'Once {} is done, the run cannot stop safely any more, and {} is still to come.':
    'Ist {} getan, kann der Lauf nicht mehr sicher anhalten, und {} steht noch aus.',
  'a way leads from there to an end that says “stopped”, to a step that undoes what was done, or to a person who can refuse the rest':
    'von dort ein Weg zu einem Ende mit „angehalten“ führt, zu einem Schritt, der das Getane rückgängig macht, oder zu einem Menschen, der den Rest ablehnen kann',
  'Stop the run safely when {} fails': 'Den Lauf sicher anhalten, wenn {} scheitert',
  'End the run in a safe stop when that goes wrong':
    'Den Lauf in einem sicheren Halt enden lassen, wenn das schiefgeht',
  // Not exceptional
  'more than {} of what comes by goes this way': 'mehr als {} von dem, was vorbeikommt, diesen Weg nimmt',
  '{} of what comes by takes {}, which is drawn as a way for odd cases.':
    '{} von dem, was vorbeikommt, nimmt {}, gezeichnet als Weg für Sonderfälle.',
  'its condition lets at most {} through, or it becomes a normal way':
    'die Bedingung höchstens {} durchlässt oder es ein normaler Weg wird',
  'Make it a normal way of its own': 'Zu einem normalen Weg machen',
  'Plan for {}, and tighten its condition to that': 'Mit {} planen und die Bedingung darauf verschärfen',
  '{} %': '{} %',
  // People
  'the queue grows without end': 'die Warteschlange ohne Ende wächst',
  'a queue builds up at every busy hour': 'sich in jeder vollen Stunde eine Warteschlange bildet',
  '{} has nobody: {}, {} hours a week, {} runs a day.':
    '{} hat niemanden: {}, {} Stunden je Woche, {} Läufe am Tag.',
  '{} would be busy {} % of the time: {}, {} hours a week, {} runs a day.':
    '{} wäre zu {} % der Zeit beschäftigt: {}, {} Stunden je Woche, {} Läufe am Tag.',
  'more people share it, they are there for longer, or fewer runs ask them':
    'mehr Menschen es sich teilen, sie länger da sind oder weniger Läufe sie fragen',
  'Plan with {}': 'Mit {} planen',
  '{} on {}': '{} bei {}',
  'most answers come too late': 'die meisten Antworten zu spät kommen',
  'more than {} % of the answers come too late': 'mehr als {} % der Antworten zu spät kommen',
  'In {} % of the cases the time-out of {} ({}) is over before {} answers: somebody is there {} hours a week, and runs come at any hour.':
    'In {} % der Fälle ist die Frist für {} ({}) vorbei, bevor {} antwortet: Es ist {} Stunden je Woche jemand da, und Läufe kommen zu jeder Zeit.',
  'In {} % of the cases the time-out of {} ({}) is over before {} answers, because of those who wait already.':
    'In {} % der Fälle ist die Frist für {} ({}) vorbei, bevor {} antwortet, weil schon andere warten.',
  'the time-out is longer than a night or a weekend, or somebody is on call':
    'die Frist länger ist als eine Nacht oder ein Wochenende oder jemand Bereitschaft hat',
  'Wait {} instead of {}': '{} warten statt {}',
  'what is covered does not depend on who does the step':
    'die Deckung nicht davon abhängt, wer den Schritt ausführt',
  'it only costs more than it has to': 'es nur mehr kostet als nötig',
  '{} runs as {}, and {} fits better. {}': '{} läuft als {}, und {} passt besser. {}',
  '{} runs as {}, and {} would do. {}': '{} läuft als {}, und {} würde reichen. {}',
  'it runs as {}, or what is uncertain here or hangs on it becomes less':
    'es als {} läuft oder weniger unsicher ist oder weniger daran hängt',
  'it runs as {}, or what is uncertain here or hangs on it becomes more':
    'es als {} läuft oder mehr unsicher ist oder mehr daran hängt',
  'Let it run as {}': 'Als {} laufen lassen',
  'nobody else has to look': 'niemand sonst hinsehen muss',
  'the proposer is left out, or somebody else is asked':
    'die vorschlagende Person ausgeschlossen ist oder jemand anderes gefragt wird',
  'only people are asked': 'nur Menschen gefragt werden',
  'one person can say yes twice': 'eine Person kann zweimal Ja sagen',
  'the yeses have to come from different people': 'die Ja von verschiedenen Personen kommen müssen',
  'enough people can be asked': 'genügend Menschen gefragt werden können',
  'nobody is left to ask': 'niemand mehr zu fragen ist',
  'there are enough people for the work and for the gates':
    'genug Menschen für die Arbeit und für die Übergaben da sind',
  'Leave out whoever did the work, and ask different people':
    'Wer die Arbeit tat, ausschließen und verschiedene Personen fragen',
  'Ask {} instead, and leave out whoever did the work': 'Stattdessen {} fragen, ohne wer die Arbeit tat',
  // Conditions
  'nobody is ever asked': 'nie wird jemand gefragt',
  'nobody is asked with {}': 'mit {} wird niemand gefragt',
  '{} between {} and {}': '{} zwischen {} und {}',
  'several are always asked': 'immer werden mehrere gefragt',
  'several are asked with {}': 'mit {} werden mehrere gefragt',
  'an action behind it is reached without the consent that it needs':
    'eine Aktion dahinter ohne die nötige Zustimmung erreicht wird',
  'some cases pass unseen': 'manche Fälle niemand sieht',
  'people are asked twice about one case': 'zu einem Fall zweimal gefragt wird',
  'nothing is counted on it': 'nichts darauf gezählt wird',
  'On {}, {}.': 'Auf {}: {}.',
  'In front of {}, {}.': 'Vor {}: {}.',
  'exactly one of the conditions holds for every value, or one of the handoffs asks always':
    'für jeden Wert genau eine Bedingung gilt oder eine der Übergaben immer fragt',
  'Let {} ask for every value that the others leave':
    '{} bei jedem Wert fragen lassen, den die anderen auslassen',
  'Let {} ask always': '{} immer fragen lassen',
  'it is asked always, whatever was meant': 'immer gefragt wird, was auch gemeint war',
  'The condition of {} cannot be read: {}.': 'Die Bedingung von {} ist nicht lesbar: {}.',
  'the condition is mended, or taken away': 'die Bedingung berichtigt oder entfernt wird',
  // The model: what follows the name of the step, or “The workflow”
  'figures or coverage rest on a guess here': 'Zahlen oder Deckung hier auf einer Annahme beruhen',
  'only the explanation suffers': 'nur die Erklärung leidet',
  'is reached from no start, so nothing about it is checked':
    'wird von keinem Start erreicht, darum wird nichts daran geprüft',
  'a start leads to it': 'ein Start dorthin führt',
  'acts on the world, and nobody has said how consequential it is':
    'wirkt nach außen, und niemand hat gesagt, wie folgenreich das ist',
  'runs another workflow, and nobody has said how consequential it is':
    'führt einen anderen Ablauf aus, und niemand hat gesagt, wie folgenreich das ist',
  'its consequence is set': 'die Folge angegeben ist',
  'is a model, and nobody has said how uncertain it is':
    'ist ein Modell, und niemand hat gesagt, wie unsicher es ist',
  'its uncertainty is set': 'die Unsicherheit angegeben ist',
  'adds uncertainty of no stated kind, which no check can clear':
    'fügt Unsicherheit ohne genannte Art hinzu, die keine Prüfung klären kann',
  'the kind of its uncertainty is set': 'die Art der Unsicherheit angegeben ist',
  'is a model that judges, and is said to settle doubt, which one model cannot do for another':
    'ist ein Modell, das urteilt, und soll Zweifel klären, was ein Modell nicht für ein anderes kann',
  'it settles nothing, or somebody else does the check':
    'es nichts klärt oder jemand anderes die Prüfung macht',
  'checks the form, and is said to settle doubt about {}, of which the form says nothing':
    'prüft die Form und soll Zweifel klären ({}), über die die Form nichts sagt',
  'it settles only what its check can find': 'es nur klärt, was seine Prüfung finden kann',
  'is tagged as harmless, and as hard to undo, external or security-sensitive':
    'ist als harmlos angegeben und zugleich als schwer rückgängig zu machen, nach außen gehend oder sicherheitsrelevant',
  'the tags agree': 'die Angaben zusammenpassen',
  'is tagged as harmless, and its verb is “{}”': 'ist als harmlos angegeben, und das Tätigkeitswort ist „{}“',
  'the tags agree with the verb': 'die Angaben zum Tätigkeitswort passen',
  'has a consequence, and a step of kind {} does nothing to the world':
    'hat eine Folge, und ein Schritt der Art {} bewirkt nichts in der Welt',
  'it becomes an action, or loses the tag': 'es eine Aktion wird oder die Angabe wegfällt',
  'is in a loop that nothing leaves': 'ist in einer Schleife, aus der nichts hinausführt',
  'the loop has a way out': 'die Schleife einen Ausgang hat',
  'is left with odds that sum to {}': 'hat Wege, deren Wahrscheinlichkeiten zusammen {} ergeben',
  'the odds of its transitions sum to 1': 'die Wahrscheinlichkeiten der Übergänge zusammen 1 ergeben',
  'a way that is never taken asks for no coverage': 'ein Weg, den nie jemand nimmt, keine Deckung braucht',
  '{} → {} has odds of 0, so no analysis walks it.':
    '{} → {} hat Wahrscheinlichkeit 0, darum geht keine Analyse diesen Weg.',
  'its odds are above 0, however small, or it is removed':
    'die Wahrscheinlichkeit über 0 liegt, wie klein auch immer, oder er entfernt wird',
  'has no start, so nothing can be reached and nothing is checked':
    'hat keinen Start, darum ist nichts erreichbar, und nichts wird geprüft',
  'a step of kind start leads into it': 'ein Schritt der Art Start hineinführt',
  'the day is given': 'der Tag angegeben ist',
  'their domains are set': 'angegeben ist, was sie betreffen',
  'its profile is one that is known': 'das Profil bekannt ist',
  'those rules are errors again': 'diese Regeln wieder Fehler sind',
  'runs itself again without a bound: {}': 'ruft sich ohne Grenze selbst auf: {}',
  'it calls another sub-flow, or a bound says how often it may be run':
    'es einen anderen Teilablauf aufruft oder eine Grenze sagt, wie oft es laufen darf',
  'is to run {}, which holds no steps': 'soll {} ausführen, worin keine Schritte sind',
  'it calls a sub-flow that holds some': 'es einen Teilablauf mit Schritten aufruft',
  'counts on {} on a day, and nobody has said which day it is':
    'zählt auf {} an einem Tag, und niemand hat gesagt, welcher Tag ist',
  'a permission that ends': 'eine Erlaubnis mit Ende',
  '{} permissions that end': '{} Erlaubnisse mit Ende',
  'does not say what {}: {}': 'sagt nicht, was {}: {}',
  'an action that demands a person touches': 'eine Aktion betrifft, die einen Menschen braucht',
  '{} actions that demand a person touch': '{} Aktionen betreffen, die einen Menschen brauchen',
  'follows a profile that is not known here, “{}”; {} is used in its place':
    'folgt einem hier unbekannten Profil, „{}“; an seiner Stelle gilt {}',
  'has a profile in which what guards coverage weighs less than usual: {}':
    'hat ein Profil, in dem weniger als üblich wiegt, was die Deckung schützt: {}',
  '{} can answer it without any person': '{} kann ohne jeden Menschen antworten',
  'whoever does {} can also say yes': 'wer {} ausführt, kann auch Ja sagen',
  '{} is left to ask': '{} ist noch zu fragen',
  'it needs {}, and there is {}': 'es braucht {}, und da ist {}',
  'it needs {}, and there are {}': 'es braucht {}, und da sind {}',
  'it cannot be staffed together with {}': 'es lässt sich nicht zusammen mit {} besetzen',
  'once the work before it is done, {}': 'ist die Arbeit davor getan, {}',
}
