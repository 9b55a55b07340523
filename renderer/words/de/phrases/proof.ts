// Proof, suggestions, routing, comparisons and what decides, in German.
import type { PhraseBook } from '../../speak.ts'

export const proofs: PhraseBook = {
  'For every step, the least consent that any way can bring to it is worked out: it is what the strongest gate since the last source of doubt confers, on the way on which that is least. A step is covered when even that is enough.':
    'Für jeden Schritt wird berechnet, welche Zustimmung jeder Weg mindestens mitbringt: Es ist das, was die stärkste Übergabe seit der letzten Quelle von Zweifel verleiht, auf dem Weg, auf dem es am wenigsten ist. Ein Schritt ist gedeckt, wenn selbst das reicht.',
  'No step here needs a person’s consent, so there is nothing to cover.':
    'Kein Schritt hier braucht die Zustimmung eines Menschen, darum ist nichts zu decken.',
  'Every way from a source of doubt to the one action that needs consent passes a gate that is strong enough.':
    'Jeder Weg von einer Quelle von Zweifel zu der einen Aktion, die Zustimmung braucht, führt durch eine ausreichend starke Übergabe.',
  'Every way from a source of doubt to each of the {} actions that needs consent passes a gate that is strong enough.':
    'Jeder Weg von einer Quelle von Zweifel zu jeder der {} Aktionen, die Zustimmung brauchen, führt durch eine ausreichend starke Übergabe.',
  '{} of {} actions can be reached without the consent that they need.':
    '{} von {} Aktionen sind ohne die nötige Zustimmung erreichbar.',
  '{} of {} actions can be reached without the consent that it needs.':
    '{} von {} Aktionen ist ohne die nötige Zustimmung erreichbar.',
  '{} of {} action can be reached without the consent that it needs.':
    '{} von {} Aktion ist ohne die nötige Zustimmung erreichbar.',
  '{} of {} actions can be reached without the consent that they need. With the suggested handoffs placed, every way to each of the {} actions passes a gate that is strong enough.':
    '{} von {} Aktionen sind ohne die nötige Zustimmung erreichbar. Mit den vorgeschlagenen Übergaben führt jeder Weg zu jeder der {} Aktionen durch eine ausreichend starke Übergabe.',
  '{} of {} actions can be reached without the consent that it needs. With the suggested handoffs placed, every way to each of the {} actions passes a gate that is strong enough.':
    '{} von {} Aktionen ist ohne die nötige Zustimmung erreichbar. Mit den vorgeschlagenen Übergaben führt jeder Weg zu jeder der {} Aktionen durch eine ausreichend starke Übergabe.',
  '{} of {} action can be reached without the consent that it needs. With the suggested handoffs placed, every way to the one action passes a gate that is strong enough.':
    '{} von {} Aktion ist ohne die nötige Zustimmung erreichbar. Mit den vorgeschlagenen Übergaben führt jeder Weg zu dieser Aktion durch eine ausreichend starke Übergabe.',
  'as it stands': 'im jetzigen Stand',
  'with the {} suggestion placed': 'mit dem Vorschlag',
  'with the {} suggestions placed': 'mit den {} Vorschlägen',
  '{} step': '{} Schritt',
  '{} steps': '{} Schritte',
  '{} transition': '{} Übergang',
  '{} transitions': '{} Übergänge',
  '{} demand': '{}-mal Bedarf',
  '{} demands': '{}-mal Bedarf',
  '{} gate': '{} Übergabe',
  '{} gates': '{} Übergaben',
  '{} walk': '{} Weg',
  '{} walks': '{} Wege',
  '{} on the way from {} to {}': '{} auf dem Weg von {} zu {}',
  '{} before {}': '{} vor {}',
  '{} at {}': '{} bei {}',
  'The checker agrees. It {}. It does not check the price.':
    'Das Prüfprogramm stimmt zu. Es {}. Den Preis prüft es nicht.',
  'The checker does not agree. It {}.': 'Das Prüfprogramm stimmt nicht zu. Es {}.',
  'compared the certificate with the document {}: {}, and the fingerprint of the document':
    'hat das Zertifikat mit dem Dokument {} verglichen: {}, dazu den Fingerabdruck des Dokuments',
  'Every way from a source of doubt to {} passes {}.':
    'Jeder Weg von einer Quelle von Zweifel zu {} führt durch {}.',
  'Not covered yet: {} needs {}.': 'Noch nicht gedeckt: {} braucht {}.',
  'The shortest way that shows it comes with {}.': 'Der kürzeste Weg, der es zeigt, bringt {} mit.',
  'no consent at all': 'gar keine Zustimmung',
  'no more than {}': 'nicht mehr als {}',
  'right before it': 'gleich davor',
  'Without it {} is reached from {} with too little consent.':
    'Ohne sie wird {} von {} aus mit zu wenig Zustimmung erreicht.',
  'Everything stays covered without it: it can go.': 'Auch ohne sie bleibt alles gedeckt: Sie kann weg.',
  'Coverage does not hang on it; it is there for another reason.':
    'Die Deckung hängt nicht an ihr; sie steht aus einem anderen Grund da.',
  'Nothing needs consent, so no gate has to be paid for.':
    'Nichts braucht Zustimmung, darum kostet auch nichts.',
  'every way to place the gates was weighed by eliminating one place after the other, which is exact':
    'alle Möglichkeiten der Platzierung wurden Ort für Ort abgewogen, was genau ist',
  'the problem was solved as an integer programme, which proves its bound':
    'die Aufgabe wurde als ganzzahliges Programm gelöst, das seine Schranke beweist',
  'the workflow is too entangled to weigh every way, so cheapest cuts give the bound':
    'der Ablauf ist zu verflochten, um alles abzuwägen, darum geben günstigste Schnitte die Schranke',
  'No placement that covers everything costs less than {} min a run of approvals: {}. This one costs {} min.':
    'Keine Platzierung, die alles deckt, kostet weniger als {} min Freigaben je Lauf: {}. Diese kostet {} min.',
  'No placement that covers everything costs less than {} min a run of approvals, and this one costs just that: {}.':
    'Keine Platzierung, die alles deckt, kostet weniger als {} min Freigaben je Lauf, und diese kostet genau das: {}.',
  'No placement that covers everything and asks before there is no way back costs less than {} min a run of approvals, and this one costs just that: {}.':
    'Keine Platzierung, die alles deckt und fragt, bevor es kein Zurück gibt, kostet weniger als {} min Freigaben je Lauf, und diese kostet genau das: {}.',
  'No placement that covers everything and asks before there is no way back costs less than {} min a run of approvals: {}. This one costs {} min.':
    'Keine Platzierung, die alles deckt und fragt, bevor es kein Zurück gibt, kostet weniger als {} min Freigaben je Lauf: {}. Diese kostet {} min.',
  'No placement that covers everything and asks before there is no way back costs less than {} min a run of approvals: {}. This one costs {} min, {} % more.':
    'Keine Platzierung, die alles deckt und fragt, bevor es kein Zurück gibt, kostet weniger als {} min Freigaben je Lauf: {}. Diese kostet {} min, {} % mehr.',
  'No placement that covers everything costs less than {} min a run of approvals: {}. This one costs {} min, {} % more.':
    'Keine Platzierung, die alles deckt, kostet weniger als {} min Freigaben je Lauf: {}. Diese kostet {} min, {} % mehr.',
  Brief: 'Auftrag',
  Approval: 'Freigabe',
  'Exception desk': 'Ausnahme',
  Question: 'Rückfrage',
  'Approval (approve)': 'Freigabe',
  'Approval (two-person)': 'Vier-Augen-Freigabe',
  'Notice (notify)': 'Hinweis',
  'Decision after a failure': 'Störung',
  'Sign-off': 'Abnahme',
  Note: 'Hinweis',
  Notice: 'Hinweis',
  '{} ({})': '{} ({})',
  'on the way from {} to {}': 'auf dem Weg von {} zu {}',
  // Why a handoff is suggested
  'Runs that begin at “{}” can reach “{}”; somebody confirms what they are for.':
    'Läufe, die bei „{}“ beginnen, können „{}“ erreichen; jemand bestätigt, wofür sie da sind.',
  'Two branches that may contradict each other meet, and somebody compares them.':
    'Zwei Zweige, die sich widersprechen können, kommen zusammen, und jemand vergleicht sie.',
  'It is unclear what is meant, and an action hangs on the answer.':
    'Es ist unklar, was gemeint ist, und eine Aktion hängt an der Antwort.',
  'Only the cases that are not routine pass here, and a person takes them over.':
    'Nur die Fälle abseits der Routine kommen hier vorbei, und ein Mensch übernimmt sie.',
  'Something failed, and a person decides what to do next.':
    'Etwas ist gescheitert, und ein Mensch entscheidet, wie es weitergeht.',
  '“{}” can be undone; somebody is told and can undo it.':
    '„{}“ ist rückgängig zu machen; jemand erfährt es und kann es tun.',
  'From here on there is no way back, and somebody approves that.':
    'Ab hier gibt es kein Zurück, und jemand gibt das frei.',
  'Without it “{}” is reached from “{}” with too little authority: it needs {}.':
    'Ohne sie wird „{}“ von „{}“ aus mit zu wenig Befugnis erreicht: Es braucht {}.',
  // Who should do a step
  'A person does this step.': 'Diesen Schritt macht ein Mensch.',
  'No model is needed: the step does the same thing every time.':
    'Kein Modell ist nötig: Der Schritt tut jedes Mal dasselbe.',
  'It has to guess {} (uncertainty {}), and a bigger model would only guess better: somebody should say.':
    'Er muss raten, {} (Unsicherheit {}), und ein größeres Modell würde nur besser raten: Jemand sollte es sagen.',
  'what is meant': 'was gemeint ist',
  'which of two things holds': 'was von beidem gilt',
  '{}, and {}.': '{}, und {}.',
  'A small model would do with a check after it that finds its mistakes.':
    'Ein kleines Modell würde reichen, mit einer Prüfung danach, die seine Fehler findet.',
  'With {} after it, a small model may do as well.':
    'Mit {} danach reicht vielleicht auch ein kleines Modell.',
  '{}, and {}: a strong model, and a gate between the two.':
    '{}, und {}: ein starkes Modell, und eine Übergabe dazwischen.',
  'Nothing here is uncertain': 'Nichts hier ist unsicher',
  'Its own uncertainty is {}': 'Die eigene Unsicherheit ist {}',
  'Its own uncertainty is {} ({})': 'Die eigene Unsicherheit ist {} ({})',
  'Uncertainty that is {} comes in from before': 'Von vorher kommt Unsicherheit mit ({})',
  'Uncertainty that is {} ({}) comes in from before': 'Von vorher kommt Unsicherheit mit ({}: {})',
  'nothing before the next gate needs anybody': 'bis zur nächsten Übergabe braucht nichts jemanden',
  'before the next gate comes “{}”, which {}': 'vor der nächsten Übergabe kommt „{}“: {}',
  'is something that somebody is told of': 'jemand erfährt davon',
  'needs {}': 'braucht {}',
  // Why a step needs what it needs
  '{}: {} in the table of the {} profile': '{}: {} laut Tabelle des Profils „{}“',
  '{}: {} in the table of the {} profile, {} by its other limits':
    '{}: {} laut Tabelle des Profils „{}“, {} nach den anderen Grenzen',
  '{}: {} in the table of the {} profile, raised to {} because {} doubt is still open on arrival':
    '{}: {} laut Tabelle des Profils „{}“, angehoben auf {}, weil bei Ankunft noch Zweifel offen ist ({})',
  recommended: 'Empfohlen',
  strict: 'Streng',
  lenient: 'Locker',
  '{} consequence': 'Folge {}',
  'hard to undo': 'schwer rückgängig zu machen',
  'security-sensitive': 'sicherheitsrelevant',
  '{} items at once': '{} Stück auf einmal',
  '{} items until the cap is exceeded': '{} Stück bis zur Obergrenze',
  'which counts as {}': 'das zählt als {}',
  // Compared with before
  '“{}” is no longer behind a person.': 'Vor „{}“ steht kein Mensch mehr.',
  '“{}” is behind {} and was behind {}.': 'Vor „{}“ steht {}, vorher {}.',
  '“{}” can be reached without {}, which it needs.': '„{}“ ist ohne {} erreichbar, was es braucht.',
  '“{}” needs {} now, and needed {} before.': '„{}“ braucht jetzt {} und brauchte vorher {}.',
  'The risk of “{}” is accepted now: {} answers for it until {}.':
    'Das Risiko von „{}“ ist jetzt übernommen: {} steht bis {} dafür ein.',
  'The finding {} is set aside now{}': 'Der Befund {} ist jetzt beiseitegelegt{}',
}
