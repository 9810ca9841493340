import { Liquid } from 'liquidjs'
import { safe } from '../model/safe.js'
import { Problem } from '../problem.js'

/** What a Liquid template makes of values; it can reach nothing else, and what it names comes without control characters. Throws Problem('usage') for a template or a name in it that is not right; `where` is how the problem calls it. */
export async function filled(template: string, values: object, where: string): Promise<string> {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    templates: {},
    outputEscape: (value: unknown) => (typeof value === 'string' ? safe(value) : value) as string,
  })
  try {
    return (await engine.parseAndRender(template.replaceAll('\\n', '\n').replaceAll('\\t', '\t'), values)) as string
  } catch (error) {
    throw new Problem('usage', `The template of ${where} cannot be filled: ${firstLine(error)}.`, {
      hint: `It may name what "followup due --json" prints, as in '{{ counts.due }} due'.`,
      code: 'template',
      cause: error,
    })
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
