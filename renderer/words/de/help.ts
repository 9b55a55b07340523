// Words of the help viewer, in German. The pages themselves are in English, which the viewer says.
import type { Words } from '../shape.ts'

export const help: Words['help'] = {
  title: 'Hilfe',
  contents: 'Seiten',
  rules: 'Regeln',
  back: 'Zurück',
  missing: 'Diese Seite gibt es nicht.',
  onlyEnglish: 'Die Hilfeseiten gibt es bisher nur auf Englisch.',
  exampleDrawn: 'Das Beispiel als Zeichnung; dasselbe folgt in Worten',
  exampleInWords: 'In Worten',
  pages: {
    'first-five-minutes': 'Die ersten fünf Minuten',
    drawing: 'Zeichnen',
    model: 'Das Modell in einfachen Worten',
    tagging: 'Schnell angeben, was zählt',
    handoffs: 'Arten von Übergaben',
    decisions: 'Entscheidungen über Befunde',
    profiles: 'Profile',
    proof: 'Nachweis, und was entscheidet',
    'rule-packs': 'Eigene Regeln',
    files: 'Dateien und Wiederherstellung',
    'command-line': 'Die Kommandozeile',
    keyboard: 'Tastatur',
    screens: 'Die Ansichten',
    limits: 'Was Baton nicht wissen kann',
  },
}
