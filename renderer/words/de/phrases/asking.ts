// Findings in German, rules about where somebody has to be asked. What follows "weil" and "Entfällt, wenn" ends with
// its verb.
import type { PhraseBook } from '../../speak.ts'

export const asking: PhraseBook = {
  // Of every finding
  'An error, because {}.': 'Ein Fehler, weil {}.',
  'A warning, because {}.': 'Eine Warnung, weil {}.',
  'A note, because {}.': 'Ein Hinweis, weil {}.',
  'An error, because the profile of this document says so of {}; without that it would be {}, because {}.':
    'Ein Fehler, weil das Profil dieses Dokuments das für {} so festlegt; sonst wäre es {}, weil {}.',
  'A warning, because the profile of this document says so of {}; without that it would be {}, because {}.':
    'Eine Warnung, weil das Profil dieses Dokuments das für {} so festlegt; sonst wäre es {}, weil {}.',
  'A note, because the profile of this document says so of {}; without that it would be {}, because {}.':
    'Ein Hinweis, weil das Profil dieses Dokuments das für {} so festlegt; sonst wäre es {}, weil {}.',
  'Goes away if {}.': 'Entfällt, wenn {}.',
  'Rule {} could not be checked: {}': 'Die Regel {} ließ sich nicht prüfen: {}',
  'An error, because nothing can be said about what this rule looks for.':
    'Ein Fehler, weil sich über das, was diese Regel sucht, nichts sagen lässt.',
  'Goes away when the rule is mended; the other rules are not affected.':
    'Entfällt, wenn die Regel repariert ist; die anderen Regeln sind nicht betroffen.',
  // Uncovered actions
  'the gate is two levels too weak or more': 'die Übergabe um zwei Stufen oder mehr zu schwach ist',
  'the gate is one level too weak': 'die Übergabe um eine Stufe zu schwach ist',
  'a walk reaches it with {}, and it needs {}': 'ein Weg es mit {} erreicht und es {} braucht',
  '{} needs {}, and the gate in front of it only confers {}, because it does not ask for all values.':
    '{} braucht {}, und die Übergabe davor verleiht nur {}, weil sie nicht bei allen Werten fragt.',
  '{} needs {}, and the gate in front of it only confers {}, because it looks at a sample.':
    '{} braucht {}, und die Übergabe davor verleiht nur {}, weil sie nur eine Stichprobe ansieht.',
  '{} needs {}, and the gate in front of it only confers {}, because a standing permission answers for single cases.':
    '{} braucht {}, und die Übergabe davor verleiht nur {}, weil für einzelne Fälle eine dauerhafte Erlaubnis gilt.',
  '{} needs {}, and the gate in front of it only confers {}.':
    '{} braucht {}, und die Übergabe davor verleiht nur {}.',
  '{} is the last thing that leaves, and nobody signs it off: {} reaches it with {}.':
    '{} ist das Letzte, was hinausgeht, und niemand nimmt es ab: {} erreicht es mit {}.',
  '{} needs {}, and {} reaches it with {}.': '{} braucht {}, und {} erreicht es mit {}.',
  'an approval stands on every way to it, its consequence is lower, or it is easier to undo':
    'auf jedem Weg dorthin eine Freigabe steht, die Folge geringer ist oder es leichter rückgängig zu machen ist',
  '{} stands on every way to it, its consequence is lower, or it is easier to undo':
    'auf jedem Weg dorthin {} steht, die Folge geringer ist oder es leichter rückgängig zu machen ist',
  // Accepted risks
  'somebody answers for the risk': 'jemand für das Risiko einsteht',
  '{} would need {}. {} accepts the risk until {}: {}':
    '{} bräuchte {}. {} steht bis {} für das Risiko ein: {}',
  'the risk is no longer accepted, and the action is covered':
    'niemand mehr das Risiko übernimmt und die Aktion gedeckt ist',
  'No longer accept this risk': 'Dieses Risiko nicht mehr übernehmen',
  'nobody answers for the risk any longer': 'niemand mehr für das Risiko einsteht',
  '{} accepted the risk of {} until {}; that counts for nothing now.':
    '{} stand bis {3} für das Risiko von {2} ein; das gilt jetzt nicht mehr.',
  'the risk is accepted anew, or is no longer accepted':
    'jemand das Risiko neu übernimmt oder nicht mehr übernimmt',
  'Forget this accepted risk': 'Dieses übernommene Risiko vergessen',
  // Many small consequences
  'together they are a high consequence': 'es zusammen eine hohe Folge ist',
  'together they are more than each of them': 'es zusammen mehr ist als jedes für sich',
  '{} can exceed the cap of the brief, after {} items of its size, and nobody looks at them together: it needs {}.':
    '{} kann die Obergrenze des Auftrags überschreiten, nach {} Stück dieser Größe, und niemand betrachtet sie zusammen: Es braucht {}.',
  '{} deals with {} items, and nobody looks at them together: it needs {}.':
    '{} behandelt {} Stück, und niemand betrachtet sie zusammen: Es braucht {}.',
  '{} stands before each item, or what adds doubt is taken out of the loop':
    'vor jedem Stück {} steht oder aus der Schleife kommt, was Zweifel hinzufügt',
  '{} stands before the first item, or there are fewer items':
    'vor dem ersten Stück {} steht oder es weniger Stück sind',
  'Have the whole batch of {} looked at once': 'Den ganzen Stapel von {} einmal ansehen lassen',
  'Have each item looked at': 'Jedes Stück ansehen lassen',
  'Have one in ten looked at': 'Jedes zehnte ansehen lassen',
  'people are asked again and again about what one look could settle':
    'Menschen immer wieder nach dem gefragt werden, was ein Blick klären könnte',
  '{} is asked about {} times a run, and nothing in the loop adds doubt: one look at the whole batch is enough.':
    '{} wird etwa {}-mal je Lauf gefragt, und nichts in der Schleife fügt Zweifel hinzu: Ein Blick auf den ganzen Stapel reicht.',
  'the gate stands before the loop, for the whole batch, or each item is new to whoever approved':
    'die Übergabe vor der Schleife steht, für den ganzen Stapel, oder jedes Stück für die freigebende Person neu ist',
  'Ask once, for the whole batch of {}': 'Einmal fragen, für den ganzen Stapel von {}',
  // Guessing
  '{} is taken when it is unclear what is meant, and nobody is asked.':
    '{} wird genommen, wenn unklar ist, was gemeint ist, und niemand wird gefragt.',
  'somebody is asked on this transition': 'auf diesem Übergang jemand gefragt wird',
  '{} may be wrong about {}, and the run goes on without asking.':
    '{} kann sich irren ({}), und der Lauf geht ohne Rückfrage weiter.',
  'somebody is asked right after it, a step before the next action clears “{}”, or its uncertainty is lower':
    'gleich danach jemand gefragt wird, ein Schritt vor der nächsten Aktion „{}“ klärt oder die Unsicherheit geringer ist',
  'an action that needs approval hangs on the guess':
    'eine Aktion, die Freigabe braucht, an der Vermutung hängt',
  'only light actions hang on the guess': 'nur leichte Aktionen an der Vermutung hängen',
  // Exceptions
  'something that needs approval can be reached from here':
    'von hier etwas erreichbar ist, was Freigabe braucht',
  'nothing behind it needs more than a confirmation': 'dahinter nichts mehr als eine Bestätigung braucht',
  '{} is the way of {} cases, and no person takes them over.':
    '{} ist der Weg der Fälle „{}“, und kein Mensch übernimmt sie.',
  exceptional: 'Ausnahme',
  uncertain: 'unsicher',
  unclear: 'unklar',
  ambiguous: 'mehrdeutig',
  'out-of-policy': 'außerhalb der Regeln',
  'low-confidence': 'wenig Sicherheit',
  'a person takes the case over here, or the transition leads straight to one':
    'hier ein Mensch den Fall übernimmt oder der Übergang gleich zu einem führt',
  'what follows is checked on its own; it is the odd cases that nobody tells from the others':
    'das Folgende für sich geprüft wird; nur die Sonderfälle unterscheidet niemand von den anderen',
  '{} goes by what {} says, can lead to {}, and has no way out for cases that cannot be judged.':
    '{} richtet sich nach dem, was {} sagt, kann zu {} führen und hat keinen Ausweg für Fälle, die sich nicht beurteilen lassen.',
  'a way of the kind exception, low confidence or ambiguity leaves it, one of its ways leads to a person, or what it goes by is less uncertain':
    'ein Übergang der Art Ausnahme, wenig Sicherheit oder mehrdeutig davon abgeht, einer der Wege zu einem Menschen führt oder weniger unsicher ist, wonach es sich richtet',
  'Add a way for unclear cases, on which a person takes over':
    'Weg für unklare Fälle hinzufügen, auf dem ein Mensch übernimmt',
  // Branches
  'they need not contradict each other, and what follows is checked on its own':
    'sie sich nicht widersprechen müssen und das Folgende für sich geprüft wird',
  '{} and {} each write {}, and nobody compares the two before the run goes on.':
    '{} und {} schreiben beide {}, und niemand vergleicht das, bevor der Lauf weitergeht.',
  'somebody is asked right after the branches meet, a check or a person settles which of the two holds, or the steps say that they make different things':
    'gleich nach dem Zusammenkommen jemand gefragt wird, eine Prüfung oder ein Mensch klärt, was gilt, oder die Schritte sagen, dass sie Verschiedenes erzeugen',
  'Ask somebody where the branches meet': 'Fragen, wo die Zweige zusammenkommen',
  // The task
  'the run can do something that needs approval, and the brief leaves its success condition or its limits open':
    'der Lauf etwas tun kann, was Freigabe braucht, und der Auftrag Erfolgsbedingung oder Grenzen offenlässt',
  'the success condition and the limits are written down, but nobody confirms them when a run starts':
    'Erfolgsbedingung und Grenzen aufgeschrieben sind, aber niemand sie beim Start eines Laufs bestätigt',
  'nothing in the run needs more than a confirmation': 'nichts im Lauf mehr als eine Bestätigung braucht',
  'The brief does not say what counts as done.': 'Der Auftrag sagt nicht, was als fertig gilt.',
  'Runs start here and touch {}, and nobody confirms the brief first.':
    'Hier beginnen Läufe und berühren {}, und niemand bestätigt zuvor den Auftrag.',
  'the brief says when the run is good enough': 'der Auftrag sagt, wann der Lauf gut genug ist',
  'a brief is placed at this start, or nothing behind it demands a person':
    'bei diesem Start ein Auftrag steht oder dahinter nichts einen Menschen braucht',
  'what the agent does is checked on its own; here it is only its goal that nobody looks at':
    'das Tun des Agenten für sich geprüft wird; hier sieht nur sein Ziel niemand an',
  '{} writes the goal for {} and may be wrong about it; nobody reads it before the agent sets to work.':
    '{} schreibt das Ziel für {} und kann sich darin irren; niemand liest es, bevor der Agent anfängt.',
  'somebody confirms the goal when it is handed over, the goal is less uncertain, or a check or a person comes between the agent and what needs an approval':
    'jemand das Ziel bei der Übergabe bestätigt, das Ziel weniger unsicher ist oder eine Prüfung oder ein Mensch vor dem steht, was Freigabe braucht',
  'Have somebody confirm the goal here': 'Das Ziel hier bestätigen lassen',
  // Failures
  'what failed sits in a loop with an action that must not run twice':
    'das Gescheiterte in einer Schleife mit einer Aktion steht, die nicht zweimal laufen darf',
  'no action that must not run twice is in a loop around it':
    'in keiner Schleife darum eine Aktion steht, die nicht zweimal laufen darf',
  'When {} fails, the run goes on to {} and nobody decides what to do.':
    'Wenn {} scheitert, geht der Lauf zu {} weiter, und niemand entscheidet, was zu tun ist.',
  'a person decides on this transition, or it leads to a person, a safe stop or the step that undoes the damage':
    'auf diesem Übergang ein Mensch entscheidet oder er zu einem Menschen, einem sicheren Halt oder dem Schritt führt, der den Schaden rückgängig macht',
  'The retry {} says nowhere how often it may run and has no way out for when it keeps failing.':
    'Die Wiederholung {} hat keine Grenze, wie oft sie laufen darf, und keinen Ausweg, wenn es immer scheitert.',
  'The retry {} may run {} times and has no way out for when it keeps failing.':
    'Die Wiederholung {} darf {}-mal laufen und hat keinen Ausweg, wenn es immer scheitert.',
  'The retry {} {}.': 'Die Wiederholung {} {}.',
  'says nowhere how often it may run': 'hat keine Grenze, wie oft sie laufen darf',
  'may run {} times': 'darf {}-mal laufen',
  'has no way out for when it keeps failing': 'hat keinen Ausweg, wenn es immer wieder scheitert',
  'the loop holds an action that must not run twice':
    'in der Schleife eine Aktion steht, die nicht zweimal laufen darf',
  'the loop holds no action that must not run twice':
    'in der Schleife keine Aktion steht, die nicht zweimal laufen darf',
  'a step of the loop allows at most {} retries, and the loop has an error way out':
    'ein Schritt der Schleife höchstens {} Wiederholungen erlaubt und die Schleife einen Fehlerausgang hat',
  'Try at most {} times': 'Höchstens {}-mal versuchen',
  'Try at most {} times, then let a person decide':
    'Höchstens {}-mal versuchen, dann einen Menschen entscheiden lassen',
  'Let a person decide when it keeps failing': 'Einen Menschen entscheiden lassen, wenn es immer scheitert',
  // The way back
  ', and neither can {}': ', ebenso wenig {}',
  'what was done before could be undone until here': 'das bisher Getane bis hierher rückgängig zu machen war',
  'what needs an approval comes when it is too late to undo this':
    'was Freigabe braucht erst kommt, wenn es zu spät ist, dies rückgängig zu machen',
  'After {} there is no way back: {} cannot be undone, and neither can {}. Nobody has approved that.':
    'Nach {} gibt es kein Zurück: {} ist nicht rückgängig zu machen, {} auch nicht. Niemand hat das freigegeben.',
  'After {} there is no way back: {} cannot be undone. Nobody has approved that.':
    'Nach {} gibt es kein Zurück: {} ist nicht rückgängig zu machen. Niemand hat das freigegeben.',
  '{} from then on': '{} von da an',
  'the run is approved here or right before what cannot be undone, or a step is named that undoes it and can itself be taken back':
    'der Lauf hier oder gleich vor dem, was nicht rückgängig zu machen ist, freigegeben wird, oder ein Schritt genannt ist, der es rückgängig macht und selbst zurückzunehmen ist',
  'the action weighs little and can be undone': 'die Aktion wenig wiegt und rückgängig zu machen ist',
  '{} can be undone, if somebody hears of it in time.':
    '{} ist rückgängig zu machen, wenn jemand rechtzeitig davon erfährt.',
  'somebody is told, a person was asked on every way to it, or its consequence is lower':
    'jemand benachrichtigt wird, auf jedem Weg dorthin ein Mensch gefragt wurde oder die Folge geringer ist',
}
