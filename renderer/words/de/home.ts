// Words of the home screen, in German.
import type { Words } from '../shape.ts'

export const home: Words['home'] = {
  title: 'Baton',
  tagline:
    'Sehen Sie, wo in einem KI-Ablauf Menschen hingehören, weisen Sie es nach, und geben Sie es weiter.',
  open: 'Datei öffnen …',
  create: 'Neuer Ablauf',
  paste: 'Mermaid oder n8n einfügen …',
  samples: 'Beispiele',
  samplesHint: 'Öffnen Sie eines, um sich umzusehen; das Original bleibt, wie es ist.',
  samplesLoading: 'Beispiele werden gesucht …',
  samplesNone: 'Es sind keine Beispiele installiert.',
  samplesFailed: 'Die Beispiele ließen sich nicht auflisten',
  recent: 'Zuletzt verwendet',
  recentNone: 'Dateien, die Sie öffnen oder speichern, stehen hier.',
  recentMissing: 'fehlt',
  recentClear: 'Liste leeren',
  drop: 'Oder legen Sie eine Datei irgendwo in diesem Fenster ab: .handoff, n8n-JSON, Mermaid.',
  help: 'Die ersten fünf Minuten',
}
