/** The border that matters: which house sees which, which room enters which. Type-only imports count too. */
const LADDER = [
  'audit',
  'accounts',
  'institutions',
  'terms',
  'keys',
  'status',
  'accreditations',
  'frameworks',
  'designs',
  'quality',
  'endorsements',
  'awards',
  'credentials',
  'feedback',
  'transparency',
  'catalogue',
  'registers',
  'verification',
  'backpack',
  'pathways',
  'wallets',
  'integrations',
  'insights',
];

/** Tests, and what only tests use, may look through windows. */
const TESTING =
  '\\.(test|suite)\\.tsx?$|^src/formats/(testing|make-vectors)\\.ts$|^src/formats/baking/tiny-png\\.ts$|stand-in\\.ts$|/testing/';

/** A room may use the doors of the rooms before it, never of those after. */
const ladder = LADDER.slice(0, -1).map((room, at) => ({
  name: `ladder-${room}`,
  comment: `${room} may not use rooms that stand later on the ladder; what it needs of them is a port in its deps.`,
  severity: 'error',
  from: { path: `^src/features/${room}/`, pathNot: TESTING },
  to: { path: `^src/features/(${LADDER.slice(at + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'formats-are-pure',
      comment: 'formats/ imports none of the other houses; hashing and signing come in as arguments.',
      severity: 'error',
      from: { path: '^src/formats/', pathNot: TESTING },
      to: { path: '^src/(platform|database|features|app|web)/' },
    },
    {
      name: 'formats-run-in-browsers',
      comment: 'formats/ imports no Node built-in.',
      severity: 'error',
      from: { path: '^src/formats/', pathNot: TESTING },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'The machine room knows nothing of credentials.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: TESTING },
      to: { path: '^src/(formats|features|app|web)/' },
    },
    {
      name: 'database-knows-no-room',
      severity: 'error',
      from: { path: '^src/database/', pathNot: TESTING },
      to: { path: '^src/(formats|features|app|web|platform)/' },
    },
    {
      name: 'rooms-do-not-know-the-composition',
      severity: 'error',
      from: { path: '^src/features/', pathNot: TESTING },
      to: { path: '^src/(app|web)/' },
    },
    {
      name: 'rooms-are-entered-by-their-door',
      comment: 'Another room is its index.ts, and nothing else.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: TESTING },
      to: {
        path: '^src/features/([^/]+)/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'composition-uses-doors',
      severity: 'error',
      from: { path: '^src/app/', pathNot: `${TESTING}|^src/app/demo/content\\.ts$` },
      to: { path: '^src/features/', pathNot: '^src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'web-sees-schemas-and-formats',
      comment: 'Pages reach rooms through the API; they may import shapes on the wire and the formats.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: TESTING },
      to: {
        path: '^src/(features|platform|database|app)/',
        pathNot: '^src/features/[^/]+/[^/]+\\.schema\\.ts$',
      },
    },
    {
      name: 'schemas-run-in-browsers',
      comment: 'Pages carry schemas: nothing that a schema leads to is code of the server.',
      severity: 'error',
      from: { path: '^src/features/[^/]+/[^/]+\\.schema\\.ts$' },
      to: {
        path: '^src/(platform|database|app)/|^src/features/[^/]+/(index|[^/]+\\.(store|routes|mail))\\.ts$',
        reachable: true,
      },
    },
    {
      name: 'web-features-stay-apart',
      severity: 'error',
      from: { path: '^src/web/features/([^/]+)/' },
      to: { path: '^src/web/features/([^/]+)/', pathNot: '^src/web/features/$1/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead, or is missing from the list of entrances here.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: `${TESTING}|\\.d\\.ts$|^src/app/(main|cli/main)\\.ts$|^src/web/(root|entry\\.(client|server)|routes)\\.tsx?$|^src/web/(public|verify|studio|backpack|dev|behaviours)/`,
      },
      to: {},
    },
    ...ladder,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^src/|^node:|^[a-z_]+$',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
    builtInModules: { add: [] },
  },
};
