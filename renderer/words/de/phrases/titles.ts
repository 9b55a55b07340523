// What each rule says is wrong, in German.
import type { PhraseBook } from '../../speak.ts'

export const titles: PhraseBook = {
  'A risk is accepted instead of covered': 'Ein Risiko ist übernommen statt gedeckt',
  'Many small consequences add up, and nobody looks at them together':
    'Viele kleine Folgen summieren sich, und niemand betrachtet sie zusammen',
  'The run guesses where it should ask': 'Der Lauf rät, wo er fragen sollte',
  'A run asks so often that people stop reading': 'Ein Lauf fragt so oft, dass niemand mehr liest',
  'What failed is done again without anybody deciding so':
    'Was gescheitert ist, wird wiederholt, ohne dass jemand es entscheidet',
  'A way leads around the gate': 'Ein Weg führt um die Übergabe herum',
  'Somebody has to approve what nobody minds': 'Jemand muss freigeben, was niemanden stört',
  'Two branches may contradict each other, and nobody compares them':
    'Zwei Zweige können sich widersprechen, und niemand vergleicht sie',
  'A handoff stands where no run comes': 'Eine Übergabe steht, wo kein Lauf hinkommt',
  'What a person is to decide by is not in front of them':
    'Wer entscheiden soll, hat nicht vor sich, worüber',
  'An exceptional case never reaches a person': 'Ein Ausnahmefall erreicht nie einen Menschen',
  'The final output leaves without a signature': 'Das Ergebnis geht ohne Abnahme hinaus',
  'A step decides and acts in one go': 'Ein Schritt entscheidet und handelt in einem Zug',
  'The thinking is approved, and not the act': 'Freigegeben ist die Überlegung, nicht die Tat',
  'Two gates would be one if the work between them came first':
    'Zwei Übergaben wären eine, käme die Arbeit dazwischen zuerst',
  'A decision has no way out for cases that it cannot judge':
    'Eine Entscheidung hat keinen Ausweg für Fälle, die sie nicht beurteilen kann',
  'A “no” leads nowhere, or round to the same act':
    'Ein „Nein“ führt nirgendwohin oder im Kreis zur selben Tat',
  'Nothing says what happens when nobody answers':
    'Es ist nicht gesagt, was geschieht, wenn niemand antwortet',
  'The model is incomplete or contradicts itself': 'Das Modell ist unvollständig oder widerspricht sich',
  'Once it has begun, the run cannot stop safely':
    'Hat der Lauf begonnen, kann er nicht mehr sicher anhalten',
  'The exception is the rule': 'Die Ausnahme ist die Regel',
  'An approval is tied to no action': 'Eine Freigabe hängt an keiner Aktion',
  'More reviews than people have time for': 'Mehr Prüfungen, als Menschen Zeit haben',
  'Nobody approves the step from which there is no way back':
    'Niemand gibt den Schritt frei, nach dem es kein Zurück gibt',
  'A consequential action is reached without enough authority':
    'Eine folgenreiche Aktion wird ohne genügend Befugnis erreicht',
  'An agent gets a goal that nobody has read': 'Ein Agent bekommt ein Ziel, das niemand gelesen hat',
  'A failure is met without anybody deciding what to do':
    'Auf einen Fehler folgt etwas, ohne dass jemand entscheidet, was',
  'A gate asks for attention that nothing needs': 'Eine Übergabe verlangt Aufmerksamkeit, die nichts braucht',
  'A step is done by the wrong kind of model, or should not be done by one':
    'Ein Schritt läuft mit der falschen Art Modell, oder sollte mit keinem laufen',
  'No place is left for the gate that an action needs':
    'Für die Übergabe, die eine Aktion braucht, bleibt kein Ort',
  'Somebody can approve their own work': 'Jemand kann die eigene Arbeit freigeben',
  'What was approved is not what is done any more':
    'Was freigegeben wurde, ist nicht mehr das, was geschieht',
  'A gate is weaker than the action it releases': 'Eine Übergabe ist schwächer als die Aktion dahinter',
  'Nobody defines the task before the run starts': 'Niemand legt die Aufgabe fest, bevor der Lauf beginnt',
  'Handoffs that ask by condition leave a gap, or ask twice':
    'Übergaben mit Bedingungen lassen eine Lücke, oder fragen doppelt',
  'The review comes when it is done already': 'Die Prüfung kommt, wenn es schon geschehen ist',
  'Who is asked may not release what follows': 'Wer gefragt wird, darf nicht freigeben, was folgt',
  'Nobody hears of an action while it can still be undone':
    'Niemand erfährt von einer Aktion, solange sie noch rückgängig zu machen ist',
}
