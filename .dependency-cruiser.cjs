// The floors of ARCHITECTURE.md as rules: base ← kernel ← ledgers ← domains ← app, and base ← ui ← pages ← app.
const test = '\\.(test|scenario|journey)\\.tsx?$'

/** Files the browser loads: the kit, pages, and the first and third door of a domain with what they are made of. */
const browser =
  '^src/(ui/|app/web|app/pages/|(domains|ledgers)/[^/]+/(index|web)\\.tsx?$|(domains|ledgers)/[^/]+/(entities|documents|flows|rules|pages)/)'
/** What lives beside browser files but runs in the server alone. */
const server = '(\\.(posting|checks|completion)\\.ts$|/server\\.ts$|^src/kernel/database/)'

/** One rule: modules matching `from` must not import modules matching `to`. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    never('no-cycles', 'Modules do not depend on each other in a circle.', {}, { circular: true }),
    never(
      'no-unresolved',
      'Every import leads to a file or an installed package (types without a program and files that the bundler serves apart).',
      {},
      { couldNotResolve: true, pathNot: ['^pdfmake/interfaces', '\\?url$'] },
    ),
    never('base-alone', 'base depends on nothing of ours.', { path: '^src/base/' }, { path: '^src/(?!base/)' }),
    never(
      'base-no-io',
      'base has no input and no output.',
      { path: '^src/base/', pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    never(
      'kernel-below',
      'The kernel knows no trade.',
      { path: '^src/kernel/' },
      { path: '^src/(ledgers|domains|ui|app)/' },
    ),
    never(
      'ledgers-below',
      'The ledgers know no domain.',
      { path: '^src/ledgers/' },
      { path: '^src/(domains|ui|app)/' },
    ),
    never(
      'domains-below-app',
      'A domain does not know where it is installed.',
      { path: '^src/domains/' },
      { path: '^src/app/' },
    ),
    never(
      'ui-only-in-pages',
      'In a domain only the third door and its pages know the browser kit.',
      { path: '^src/domains/', pathNot: ['^src/domains/[^/]+/(web\\.tsx?$|pages/)', test] },
      { path: '^src/ui/' },
    ),
    never(
      'ui-below',
      'The browser kit knows values and shapes only.',
      { path: '^src/ui/' },
      { path: '^src/(?!ui/|base/|kernel/definition/)' },
    ),
    never(
      'domains-through-doors',
      'A domain reaches another through its doors.',
      { path: '^src/domains/([^/]+)/' },
      { path: '^src/domains/[^/]+/', pathNot: ['^src/domains/$1/', '^src/domains/[^/]+/(index|server|web)\\.tsx?$'] },
    ),
    never(
      'app-through-doors',
      'The application reaches a domain through its doors.',
      { path: '^src/app/', pathNot: test },
      { path: '^src/domains/[^/]+/', pathNot: '^src/domains/[^/]+/(index|server|web)\\.tsx?$' },
    ),
    never(
      'browser-without-server',
      'What the browser loads never imports what only the server may run.',
      { path: browser, pathNot: [test, server] },
      { path: server },
    ),
    never(
      'browser-without-node',
      'What the browser loads never imports Node itself.',
      { path: browser, pathNot: [test, server] },
      { dependencyTypes: ['core'] },
    ),
    never(
      'browser-never-reaches-server',
      'Nor by way of another file, types apart.',
      { path: '^src/(ui/|app/web)', pathNot: [test, server] },
      { path: server, reachable: true },
    ),
    never('tests-are-leaves', 'Nothing imports a test.', { pathNot: test }, { path: test }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|node_modules)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
