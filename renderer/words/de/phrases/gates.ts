// Findings in German, rules about gates that do too little, too much, or come too late.
import type { PhraseBook } from '../../speak.ts'

export const gates: PhraseBook = {
  // Too many questions
  'less harm is expected when something of it is not asked at all':
    'weniger Schaden zu erwarten ist, wenn manches davon gar nicht gefragt wird',
  'attention that is spent on one prompt is missing at the next':
    'Aufmerksamkeit für eine Anfrage bei der nächsten fehlt',
  'A run asks {}.': 'Ein Lauf fragt {}.',
  'A run asks {}, more than {}.': 'Ein Lauf fragt {}, mehr als {}.',
  '{} times': '{}-mal',
  'What can go, the least missed first: {}.': 'Was weg kann, das Entbehrlichste zuerst: {}.',
  'What can go, the least missed first: {} and others.':
    'Was weg kann, das Entbehrlichste zuerst: {} und anderes.',
  'Everything that is asked is needed.': 'Alles, was gefragt wird, ist nötig.',
  'Whoever has been asked {} before catches about {} % ({} to {} %) of what is wrong at the last one.':
    'Wer schon {} gefragt wurde, fängt beim letzten Mal etwa {} % ({} bis {} %) des Falschen ab.',
  once: 'einmal',
  '{} of {} steps wait for somebody.': '{} von {} Schritten warten auf jemanden.',
  'prompts a run': 'Anfragen je Lauf',
  '{} of {}': '{} von {}',
  'what nothing needs is taken out or only sampled, or the limit of prompts is raised':
    'entfernt oder nur in Stichproben gefragt wird, was nichts braucht, oder die Grenze der Anfragen höher ist',
  'several cases are asked about in one go, less is consequential, or the limit of prompts is raised':
    'mehrere Fälle auf einmal gefragt werden, weniger folgenreich ist oder die Grenze der Anfragen höher ist',
  'Take out {}': '{} entfernen',
  'Take out {} gates': '{} Übergaben entfernen',
  'Look at one case in five at {}': 'Jeden fünften Fall ansehen: {}',
  'Ask once about up to {} cases at {}': 'Bis zu {} Fälle auf einmal fragen: {}',
  '{} gates': '{} Übergaben',
  // Without a decision
  'nobody has said whether it may run twice': 'niemand gesagt hat, ob es zweimal laufen darf',
  'somebody is asked each time, only without knowing that':
    'jedes Mal jemand gefragt wird, nur ohne das zu wissen',
  'it must not run twice, and one approval is no approval of the second time':
    'es nicht zweimal laufen darf und eine Freigabe keine für das zweite Mal ist',
  '{} is tried again after a failure, and nobody has said whether it may run twice.':
    '{} wird nach einem Fehler wiederholt, und niemand hat gesagt, ob es zweimal laufen darf.',
  '{} must not run twice, and whoever approves that it is tried again is not told that it may have happened already.':
    '{} darf nicht zweimal laufen, und wer die Wiederholung freigibt, erfährt nicht, dass es schon geschehen sein kann.',
  '{} must not run twice, and is tried again after a failure without anybody deciding so.':
    '{} darf nicht zweimal laufen und wird nach einem Fehler wiederholt, ohne dass jemand es entscheidet.',
  'it does not repeat itself, or a key makes it safe to run twice':
    'es sich nicht selbst wiederholt oder ein Schlüssel die Wiederholung gefahrlos macht',
  'a person decides before it is tried again, or a key makes it safe to run twice':
    'vor der Wiederholung ein Mensch entscheidet oder ein Schlüssel sie gefahrlos macht',
  'Do not let {} repeat itself': '{} nicht von selbst wiederholen lassen',
  'Ask a person before {} is tried again': 'Einen Menschen fragen, bevor {} wiederholt wird',
  'Run {} under a key, so that a second run changes nothing':
    '{} mit einem Schlüssel ausführen, damit ein zweites Mal nichts ändert',
  'nothing ever stops it': 'nichts es je anhält',
  'it stops by itself, and only time is lost until then':
    'es von selbst aufhört und bis dahin nur Zeit verloren geht',
  '{} is tried again at once with nothing changed, and nothing says how often.':
    '{} wird sofort wiederholt, ohne dass sich etwas geändert hat, und es ist nicht gesagt, wie oft.',
  '{} is tried again {} times at once, with nothing changed in between.':
    '{} wird {}-mal sofort wiederholt, ohne dass sich dazwischen etwas ändert.',
  'it is tried at most {} times, and pauses, a person or other input come in between':
    'es höchstens {}-mal versucht wird und Pausen, ein Mensch oder andere Eingaben dazwischenliegen',
  'Try at most {} times, with a pause in between': 'Höchstens {}-mal versuchen, mit Pause dazwischen',
  'it depends on the runtime whether an agent that was paused goes on or begins again':
    'es von der Ausführung abhängt, ob ein angehaltener Agent weitermacht oder von vorn beginnt',
  '{} waits for a person in the middle, and {} may have run by then: a runtime that begins the agent again would do it twice.':
    '{} wartet mittendrin auf einen Menschen, und {} kann dann schon gelaufen sein: Eine Ausführung, die den Agenten von vorn beginnt, täte es zweimal.',
  'a key makes these tools safe to run twice, or they are steps of the workflow instead of tools of the agent':
    'ein Schlüssel die Wiederholung dieser Werkzeuge gefahrlos macht oder sie Schritte des Ablaufs sind statt Werkzeuge des Agenten',
  // Around the gate
  '{} needs {} and is reached around the gate': '{} {} braucht und um die Übergabe herum erreicht wird',
  '{} can be bypassed: {} is reached without passing it.':
    '{} lässt sich umgehen: {} wird erreicht, ohne dort vorbeizukommen.',
  'the other way has a gate that is strong enough, or the gate stands at the action itself':
    'der andere Weg eine Übergabe hat, die stark genug ist, oder die Übergabe an der Aktion selbst steht',
  // Not needed
  'it takes attention from the questions that matter':
    'es Aufmerksamkeit von den Fragen abzieht, auf die es ankommt',
  '{} releases {} only, which can be undone and needs nobody’s permission.':
    '{} gibt nur {} frei, was rückgängig zu machen ist und niemandes Erlaubnis braucht.',
  '{} releases {} only, which can be undone and need nobody’s permission.':
    '{} gibt nur {} frei, was rückgängig zu machen ist und niemandes Erlaubnis braucht.',
  '{} releases {} only, which needs nobody’s permission.':
    '{} gibt nur {} frei, was niemandes Erlaubnis braucht.',
  '{} releases {} only, which need nobody’s permission.':
    '{} gibt nur {} frei, was niemandes Erlaubnis braucht.',
  'the gate is taken out, somebody is only told, or what it releases becomes more consequential':
    'die Übergabe entfernt wird, jemand nur benachrichtigt wird oder folgenreicher wird, was sie freigibt',
  'Take it out': 'Entfernen',
  'Take it out, and place what covers instead': 'Entfernen und platzieren, was stattdessen deckt',
  'Tell somebody instead of asking': 'Benachrichtigen statt fragen',
  'it releases nothing': 'sie nichts freigibt',
  'no run reaches it': 'kein Lauf sie erreicht',
  '{} leads to no action and to no end, so nothing depends on its answer.':
    '{} führt zu keiner Aktion und zu keinem Ende, darum hängt nichts von der Antwort ab.',
  'No run reaches {}.': 'Kein Lauf erreicht {}.',
  'an action or an end follows it': 'eine Aktion oder ein Ende darauf folgt',
  'a start leads to it along transitions with odds above zero':
    'ein Start auf Übergängen mit Wahrscheinlichkeit über null dorthin führt',
  'it costs attention and changes nothing about what is covered':
    'es Aufmerksamkeit kostet und an der Deckung nichts ändert',
  '{} can go: {} already cover what follows.': '{} kann weg: {} decken schon, was folgt.',
  '{} can go: {} already covers what follows.': '{} kann weg: {} deckt schon, was folgt.',
  '{} can go: nothing that follows needs it.': '{} kann weg: Nichts, was folgt, braucht sie.',
  'it is removed, or one of the other gates is': 'sie entfernt wird, oder eine der anderen Übergaben',
  '{} asks for {}, and nothing that relies on it needs more than {}.':
    '{} verlangt {}, und nichts, was sich darauf stützt, braucht mehr als {}.',
  'it is lowered to {}, or something that needs more relies on it':
    'sie auf {} gesenkt wird oder sich etwas darauf stützt, was mehr braucht',
  'Lower it to {}': 'Auf {} senken',
  'it costs attention, and no action depends on the answer':
    'es Aufmerksamkeit kostet und keine Aktion von der Antwort abhängt',
  '{} releases nothing: {} is done by then, and no action follows.':
    '{} gibt nichts frei: {} ist dann schon getan, und keine Aktion folgt.',
  '{} releases nothing: no action follows it.': '{} gibt nichts frei: Keine Aktion folgt.',
  'it is taken out, or becomes a note, or an action that demands somebody follows it':
    'sie entfernt wird, zum Hinweis wird oder eine Aktion folgt, die jemanden braucht',
  'Only tell somebody, and do not wait': 'Nur benachrichtigen und nicht warten',
  'nothing is open; people are only asked more often than they need to be':
    'nichts offen ist; Menschen werden nur öfter gefragt als nötig',
  '{} could come before {}: then one person releases {} and {} at once.':
    '{} könnte vor {} kommen: Dann gibt eine Person {} und {} auf einmal frei.',
  'the work in between comes first, or it needs what {} brings about and says so':
    'die Arbeit dazwischen zuerst kommt oder sie braucht, was {} bewirkt, und es sagt',
  'Do {} first, and ask once': '{} zuerst, und einmal fragen',
  // In front of the wrong thing
  'what it releases leaves the house and is hard to take back':
    'was sie freigibt, nach außen geht und schwer zurückzunehmen ist',
  'what it releases can be taken back, or stays in the house':
    'was sie freigibt, zurückzunehmen ist oder im Haus bleibt',
  '{} is to be decided by {}, which is not there yet when the question is put.':
    'Über {} ist anhand von {} zu entscheiden, was noch nicht da ist, wenn gefragt wird.',
  '{} is to be decided by {}, which are not there yet when the question is put.':
    'Über {} ist anhand von {} zu entscheiden, was noch nicht da ist, wenn gefragt wird.',
  'the question is put after it is made, or something that is there is shown instead':
    'erst gefragt wird, wenn es fertig ist, oder etwas gezeigt wird, was schon da ist',
  'Do not count on {}': 'Nicht auf {} zählen',
  'Ask after {}': 'Nach {} fragen',
  '{} shows {}, and what {} uses is {}.': '{} zeigt {}, und was {} verwendet, ist {}.',
  'exactly what the action uses is shown': 'genau gezeigt wird, was die Aktion verwendet',
  'Show {} instead': 'Stattdessen {} zeigen',
  'what it does {}': 'was es tut, {}',
  'what it does needs {}': 'was es tut, {} braucht',
  'what it does only needs {}': 'was es tut, nur {} braucht',
  '{} makes up its mind and acts in one go: somebody who is asked before it cannot see what it will do.':
    '{} entscheidet und handelt in einem Zug: Wer davor gefragt wird, kann nicht sehen, was es tun wird.',
  'planning and acting are two steps, its tools are steps of their own, or it adds less uncertainty':
    'Planen und Handeln zwei Schritte sind, die Werkzeuge eigene Schritte sind oder weniger Unsicherheit hinzukommt',
  'Split it: plan first, then act': 'Teilen: erst planen, dann handeln',
  'the action itself is reported as not released; this is where the attention goes instead':
    'die Aktion selbst als nicht freigegeben gemeldet ist; hierhin geht die Aufmerksamkeit stattdessen',
  '{} comes before {} has done its part, so it does not release {}, and nothing else here needs it.':
    '{} kommt, bevor {} seinen Teil getan hat, gibt darum {} nicht frei, und nichts sonst hier braucht sie.',
  'the gate stands right before the action, or nothing doubtful is added between the two':
    'die Übergabe gleich vor der Aktion steht oder dazwischen nichts Zweifelhaftes hinzukommt',
  '{} has happened before anybody is asked': '{} geschehen ist, bevor jemand gefragt wird',
  '{} comes after {}, so a “no” there changes nothing.':
    '{} kommt nach {}, darum ändert ein „Nein“ dort nichts.',
  'the gate stands in front of the action, or another gate does':
    'die Übergabe vor der Aktion steht, oder eine andere',
  'Move it to right before {}': 'Gleich vor {} verschieben',
  'it is two levels too weak or more': 'sie um zwei Stufen oder mehr zu schwach ist',
  'it is one level too weak': 'sie um eine Stufe zu schwach ist',
  '{} can only {}, and {} behind it needs {}.': '{} reicht nur für {}, und {} dahinter braucht {}.',
  'it is raised to {}, or the action gets a gate of its own':
    'sie auf {} angehoben wird oder die Aktion eine eigene Übergabe bekommt',
  'Raise it to {}': 'Auf {} anheben',
  'the action stays uncovered, wherever else somebody is asked':
    'die Aktion ungedeckt bleibt, wo sonst auch gefragt wird',
  '{} needs {}, and no gate can stop this walk to it: ruled out are {}.':
    '{} braucht {}, und keine Übergabe kann diesen Weg dorthin anhalten: ausgeschlossen sind Übergaben {}.',
  'a gate may stand at one of these places again, or the risk is accepted':
    'an einem dieser Orte wieder eine Übergabe stehen darf oder jemand das Risiko übernimmt',
  'Allow a gate {}': 'Übergabe {} zulassen',
  // Stale
  '{} no longer counts at {}: {}.': '{} gilt für {} nicht mehr: {}.',
  '{} makes {} after it, and that is what {} uses': '{} erzeugt danach {}, und das verwendet {}',
  'things may be different after {}, and {} goes by what was approved before':
    'nach {} kann die Lage anders sein, und {} richtet sich nach dem früher Freigegebenen',
  '{} comes after it and may change what {} does': '{} kommt danach und kann ändern, was {} tut',
  'somebody is asked between {} and {}, or nothing changes there':
    'zwischen {} und {} jemand gefragt wird oder sich dort nichts ändert',
  '{} can have run out when {} comes: it holds for {}, and more time than that can pass at {}.':
    '{} kann abgelaufen sein, wenn {} kommt: Sie gilt {}, und bei {} kann mehr Zeit vergehen.',
  'somebody is asked after that time has passed, or the approval holds longer':
    'nach dieser Zeit jemand gefragt wird oder die Freigabe länger gilt',
  'nobody has approved what {} does by then': 'niemand freigegeben hat, was {} dann tut',
  'Ask again, only about what is different': 'Noch einmal fragen, nur nach dem, was anders ist',
}
