// Our table of model nodes: what they answer is a guess of a certain kind. One line per type, kept by hand.
import type { TypeEntry } from './types.ts'

const WRITES = { level: 2, label: 'content', why: 'a model writes it' } as const
const RATES = { level: 2, label: 'score', why: 'a model rates or sorts it' } as const
const PICKS = { level: 2, label: 'extraction', why: 'a model picks it out of a text' } as const

const MODEL: TypeEntry = { role: 'model', uncertainty: WRITES }

const VECTOR_STORE: TypeEntry = {
  role: 'store',
  operations: {
    insert: 'write',
    update: 'write',
    load: 'read',
    retrieve: 'read',
    'retrieve-as-tool': 'read',
  },
}

export const AI_TYPES: Readonly<Record<string, TypeEntry>> = {
  'lc:agent': {
    role: 'agent',
    uncertainty: { level: 3, label: 'content', why: 'an agent chooses its own steps and words' },
  },
  'lc:agentTool': {
    role: 'agent',
    uncertainty: { level: 3, label: 'content', why: 'an agent chooses its own steps and words' },
  },
  'lc:openAiAssistant': MODEL,
  'lc:chainLlm': MODEL,
  'lc:chainSummarization': MODEL,
  'lc:chainRetrievalQa': MODEL,
  'lc:openAi': {
    role: 'model',
    uncertainty: WRITES,
    operations: { deleteFile: 'delete', deleteAssistant: 'delete', list: 'read' },
  },
  'lc:googleGemini': MODEL,
  'lc:anthropic': MODEL,
  'lc:ollama': MODEL,
  'lc:informationExtractor': { role: 'model', uncertainty: PICKS },
  'lc:textClassifier': { role: 'decision', uncertainty: RATES },
  'lc:sentimentAnalysis': { role: 'decision', uncertainty: RATES },
  'lc:guardrails': { role: 'check' },
  openAi: MODEL,
  perplexity: MODEL,
  mistralAi: { role: 'model', uncertainty: PICKS },
  '@watzon/n8n-nodes-perplexity.perplexity': MODEL,
  'n8n-nodes-elevenlabs.elevenLabs': MODEL,
  googleCloudNaturalLanguage: { role: 'model', uncertainty: RATES },
  awsComprehend: { role: 'model', uncertainty: RATES },
  awsRekognition: { role: 'model', uncertainty: RATES },
  awsTextract: { role: 'model', uncertainty: PICKS },
  awsTranscribe: { role: 'model', uncertainty: PICKS },
  mindee: { role: 'model', uncertainty: PICKS },
  googlePerspective: { role: 'model', uncertainty: RATES },
  humanticAi: { role: 'model', uncertainty: RATES },
  jinaAi: {
    role: 'app',
    effect: 'read',
    uncertainty: { level: 1, label: 'untrusted', why: 'text from the web' },
  },
  'lc:code': { role: 'code' },
  'lc:chat': { role: 'chat' },
  'lc:memoryManager': { role: 'app', operations: { load: 'none', insert: 'write', delete: 'write' } },

  // What an agent may call.
  'lc:toolWorkflow': { role: 'subflow' },
  'lc:toolCode': { role: 'code' },
  'lc:toolHttpRequest': {
    role: 'http',
    uncertainty: { level: 1, label: 'untrusted', why: 'what another service answers is not checked' },
  },
  'lc:toolCalculator': { role: 'step', effect: 'none' },
  'lc:toolThink': { role: 'step', effect: 'none' },
  'lc:toolWikipedia': { role: 'app', effect: 'read' },
  'lc:toolSerpApi': {
    role: 'app',
    effect: 'read',
    uncertainty: { level: 1, label: 'untrusted', why: 'text from the web' },
  },
  'lc:toolSearXng': {
    role: 'app',
    effect: 'read',
    uncertainty: { level: 1, label: 'untrusted', why: 'text from the web' },
  },
  'lc:toolWolframAlpha': { role: 'app', effect: 'read' },
  'lc:toolVectorStore': { role: 'app', effect: 'read' },

  'lc:vectorStoreQdrant': VECTOR_STORE,
  'lc:vectorStoreSupabase': VECTOR_STORE,
  'lc:vectorStorePinecone': VECTOR_STORE,
  'lc:vectorStorePGVector': VECTOR_STORE,
  'lc:vectorStoreInMemory': VECTOR_STORE,
  'lc:vectorStoreMongoDBAtlas': VECTOR_STORE,
  'lc:vectorStoreMilvus': VECTOR_STORE,
  'lc:vectorStoreWeaviate': VECTOR_STORE,
  'lc:vectorStoreRedis': VECTOR_STORE,
  'lc:vectorStoreZep': VECTOR_STORE,
  'lc:vectorStoreChromaDB': VECTOR_STORE,
  'lc:vectorStoreAzureAISearch': VECTOR_STORE,
}
