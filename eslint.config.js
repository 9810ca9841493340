import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const plainNode = {
  console: 'readonly',
  process: 'readonly',
  setTimeout: 'readonly',
  URL: 'readonly',
  performance: 'readonly',
  Buffer: 'readonly',
}

export default tseslint.config(
  { ignores: ['dist/', 'coverage/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Every command returns a promise, whether it has to wait or not.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40, skipComments: true }],
      'max-params': ['error', { max: 3 }],
      'no-warning-comments': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "SwitchStatement[discriminant.property.name='kind'] > SwitchCase[test=null]", message: 'Name every kind: no default.' },
      ],
    },
  },
  { files: ['**/*.mjs', '**/*.js'], languageOptions: { globals: plainNode } },
  {
    files: ['bin/*.js'],
    languageOptions: { sourceType: 'commonjs', globals: { ...plainNode, require: 'readonly', __dirname: 'readonly' } },
  },
  {
    files: ['scripts/*.cjs', 'bench/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { ...plainNode, require: 'readonly' } },
  },
  { files: ['bin/*.js'], rules: { 'no-control-regex': 'off', 'no-var': 'off', 'no-unused-vars': ['error', { caughtErrors: 'none' }] } },
)
