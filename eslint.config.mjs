import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const clockOrChance = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="Math"][property.name="random"]',
].map((selector) => ({
  selector,
  message: 'Time and chance come in with the command: a decision repeated must decide the same.',
}));

const skippedTests = ['skip', 'only', 'todo', 'failing'].map((word) => ({
  selector: `MemberExpression[object.name=/^(test|it|describe)$/][property.name="${word}"]`,
  message: 'Every test runs, every time.',
}));

// Not `max-params`, because a constructor lists what is injected and may need more.
const manyParameters = {
  selector:
    ':matches(FunctionDeclaration, ArrowFunctionExpression, ' +
    'MethodDefinition[kind="method"] > FunctionExpression)[params.length>4]',
  message: 'More than 4 parameters: give those that belong together a name.',
};

/** Where it does not fit, it is tried again from each of the characters: the square of a text's length. */
const startsOverAndOver = {
  selector: String.raw`Literal[regex.pattern=/^(\\[sSdDwW]|\\p\{[^}]*\}|\[[^\]]+\]|\.)[*+][^|]/]`,
  message: 'A regular expression that begins with a repetition takes quadratic time: anchor it.',
};

const nestCqrsTraps = [
  ['EventBus', 'It keeps no order, knows no back-pressure and swallows errors; append events.'],
  ['EventPublisher', 'Append events instead.'],
  ['AggregateRoot', 'Deciders are pure functions; see docs/adr/0001-pure-deciders.md.'],
  ['Saga', 'One throw ends it for good.'],
].map(([name, message]) => ({ name: '@nestjs/cqrs', importNames: [name], message }));

/** A type of the driver's may be named anywhere. */
const connectionsWithoutListener = {
  name: 'pg',
  importNames: ['default', 'Client', 'Pool'],
  allowTypeImports: true,
  message: 'Its end would end the process; take Client or Pool of @app/postgres.',
};

/** TypeORM listens to a connection only once it has got it, and `@app/postgres` from its making on. */
const dataSourceWithoutListener = {
  selector:
    'NewExpression[callee.name="DataSource"]' +
    ':not(:has(Property[key.name="extra"] Property[key.name="Client"]))',
  message: 'Its end would end the process; say `extra: { Client }`, of @app/postgres.',
};

export default defineConfig(
  { ignores: ['dist', '.data', 'docs'] },
  // What a rule asks is never waved aside in place.
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Leaves files with decorators alone: their metadata needs the class as a value.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A port's promise is kept by an async function also where there is nothing to await.
      '@typescript-eslint/require-await': 'off',
      // Two names for one type may say two things: `LocalTime | Instant`.
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', { paths: nestCqrsTraps }],
      '@typescript-eslint/only-throw-error': 'error',
      eqeqeq: 'error',
      // A switch counts as one decision: a union's table of contents is easy to read at any length.
      complexity: ['error', { max: 10, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'no-restricted-syntax': [
        'error',
        manyParameters,
        startsOverAndOver,
        dataSourceWithoutListener,
        ...skippedTests,
      ],
    },
  },
  {
    files: ['libs/kernel/src/**', 'libs/policy/src/**', 'libs/*/src/domain/**'],
    ignores: ['**/*.spec.ts', 'libs/kernel/src/ids.ts'],
    rules: {
      'no-restricted-syntax': ['error', manyParameters, startsOverAndOver, ...clockOrChance],
    },
  },
  {
    // A route's parameters are the request's parts, each with its own decorator.
    files: ['**/*.controller.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**', 'libs/postgres/src/client.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [...nestCqrsTraps, connectionsWithoutListener] },
      ],
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly' } },
  },
  prettier,
);
