// What the figures about people assume, in German.
import type { PhraseBook } from '../../speak.ts'

export const assumptions: PhraseBook = {
  'Odds that the first prompt of a run is really read':
    'Wahrscheinlichkeit, dass die erste Anfrage eines Laufs wirklich gelesen wird',
  'Depends on the place: 17 % read permission requests on phones, 67 to 90 % heeded well-made browser warnings, 4 to 51 % followed drug alerts. Measure it for your own people if you can.':
    'Hängt vom Umfeld ab: 17 % lasen Berechtigungsanfragen am Telefon, 67 bis 90 % beachteten gut gemachte Browserwarnungen, 4 bis 51 % folgten Arzneimittelwarnungen. Messen Sie es an Ihren Leuten, wenn Sie können.',
  'What each earlier prompt of the same run does to those odds':
    'Was jede frühere Anfrage desselben Laufs daran ändert',
  '112 clinicians took up 30 % fewer reminders for each further reminder at the same visit (Ancker 2017). It counts prompts of one run, not the load of a day, which made no difference.':
    '112 Ärztinnen und Ärzte folgten bei jeder weiteren Erinnerung im selben Besuch 30 % weniger Erinnerungen (Ancker 2017). Gezählt werden Anfragen eines Laufs, nicht die Last eines Tages, die keinen Unterschied machte.',
  'What each 5 % more repeats of the same prompt does to those odds':
    'Was je 5 % mehr Wiederholungen derselben Anfrage daran ändern',
  'Same study: 10 % less for every 5 % more of repeats. The range is assumed.':
    'Dieselbe Studie: 10 % weniger je 5 % mehr Wiederholungen. Die Spanne ist angenommen.',
  'How well an error is seen when every second case is wrong (normal deviate)':
    'Wie gut ein Fehler auffällt, wenn jeder zweite Fall falsch ist (Normalabweichung)',
  'Fitted to visual search, where 7 % were missed at every second case (Wolfe 2005).':
    'Angepasst an visuelle Suche, bei der in jedem zweiten Fall 7 % übersehen wurden (Wolfe 2005).',
  'How much rarer errors are missed more often': 'Wie viel öfter seltenere Fehler übersehen werden',
  'Fitted to misses of 7, 16 and 30 % at 50, 10 and 1 % of errors; three studies of baggage and of search agree. A study of e-mail found no such effect, so that it can be left out.':
    'Angepasst an 7, 16 und 30 % Übersehenes bei 50, 10 und 1 % Fehlern; drei Studien zu Gepäck und Suche stimmen überein. Eine Studie zu E-Mail fand keinen solchen Effekt, darum lässt es sich weglassen.',
  'What half an hour of reviewing at a stretch takes away (normal deviate)':
    'Was eine halbe Stunde Prüfen am Stück wegnimmt (Normalabweichung)',
  'A decline within half an hour is found again and again (42 studies, See 1995); how large it is differs.':
    'Ein Nachlassen binnen einer halben Stunde findet sich immer wieder (42 Studien, See 1995); wie groß, ist verschieden.',
  'Share of errors missed because a machine proposed them':
    'Anteil der Fehler, die übersehen werden, weil eine Maschine sie vorschlug',
  'Wrong support made 120 people miss 25 to 33 % more (Lyell 2017); readers of scans as much.':
    'Falsche Unterstützung ließ 120 Personen 25 bis 33 % mehr übersehen (Lyell 2017); beim Lesen von Aufnahmen ebenso.',
  'How easily a right case is refused when every second case is wrong (normal deviate)':
    'Wie leicht ein richtiger Fall abgelehnt wird, wenn jeder zweite falsch ist (Normalabweichung)',
  'Assumed: nobody has measured it for reviews of this kind.':
    'Angenommen: Für solche Prüfungen hat es niemand gemessen.',
  'Odds of seeing an error in a quick confirmation, against a full review':
    'Wie wahrscheinlich ein Fehler bei einer schnellen Bestätigung auffällt, gegenüber einer vollen Prüfung',
  'Assumed: half a minute sees less than four. Set it to 1 if your confirmations are as good.':
    'Angenommen: Eine halbe Minute sieht weniger als vier. Setzen Sie 1, wenn Ihre Bestätigungen ebenso gut sind.',
  'Odds of seeing an error in a message that stops nothing, against a prompt that does':
    'Wie wahrscheinlich ein Fehler in einem Hinweis auffällt, der nichts anhält, gegenüber einer Anfrage, die anhält',
  'Alerts that can be passed over let 3.6 times as many errors through as those that cannot. The range is assumed.':
    'Hinweise, die man übergehen kann, lassen 3,6-mal so viele Fehler durch wie andere. Die Spanne ist angenommen.',
  'How much the second of two people leans on the first':
    'Wie sehr sich die zweite von zwei Personen auf die erste verlässt',
  'Near 0.1 when neither sees the other’s answer, near 1 when the second is told what the first said (Cymek 2018 and 2022, Westbrook 2021).':
    'Nahe 0,1, wenn keine die Antwort der anderen sieht, nahe 1, wenn die zweite die Antwort der ersten erfährt (Cymek 2018 und 2022, Westbrook 2021).',
  'Share of errors of its own kind that an automatic check stops':
    'Anteil der Fehler seiner Art, den eine automatische Prüfung aufhält',
  'One maker’s figure from 52 cases; another test had 19 %.':
    'Angabe eines Herstellers aus 52 Fällen; ein anderer Test kam auf 19 %.',
  'Share of runs that begin with something wrong': 'Anteil der Läufe, die mit etwas Falschem beginnen',
  'Share of results that are wrong at a step of low uncertainty':
    'Anteil falscher Ergebnisse bei einem Schritt geringer Unsicherheit',
  'Assumed.': 'Angenommen.',
  'Assumed; the range is half to double.': 'Angenommen; die Spanne reicht von der Hälfte bis zum Doppelten.',
  'The same at moderate uncertainty': 'Dasselbe bei mäßiger Unsicherheit',
  'The same at high uncertainty': 'Dasselbe bei hoher Unsicherheit',
  'The same at extreme uncertainty': 'Dasselbe bei extremer Unsicherheit',
  'Harm of one wrong action of low consequence (points)':
    'Schaden einer falschen Aktion geringer Folge (Punkte)',
  'A scale, not a measurement: each level weighs ten times the one before.':
    'Eine Skala, keine Messung: Jede Stufe wiegt zehnmal so viel wie die davor.',
  'The same at moderate consequence': 'Dasselbe bei mäßiger Folge',
  'The same at high consequence': 'Dasselbe bei hoher Folge',
  'The same at critical consequence': 'Dasselbe bei kritischer Folge',
  'Put in money, or whatever you count in, if you know it.':
    'Tragen Sie Geld ein, oder worin Sie sonst rechnen, wenn Sie es wissen.',
  'How many times longer or shorter a review may take than the minutes that are set':
    'Wie viel Mal länger oder kürzer eine Prüfung dauern kann als die angegebenen Minuten',
  'Assumed: half to double. The minutes themselves are set at the parties.':
    'Angenommen: die Hälfte bis das Doppelte. Die Minuten selbst stehen bei den Beteiligten.',
  'Prompts in one run from which on it is too many': 'Anfragen in einem Lauf, ab denen es zu viele sind',
  'A limit that you set, not a finding: with the third, a fifth to a half of the attention is gone.':
    'Eine Grenze, die Sie setzen, kein Messwert: Mit der dritten ist ein Fünftel bis die Hälfte der Aufmerksamkeit weg.',
}
