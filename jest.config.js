/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  // Sources import './x.js' (NodeNext); under jest the file on disk is './x.ts'.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      'babel-jest',
      {
        presets: [['@babel/preset-typescript', { onlyRemoveTypeImports: true, rewriteImportExtensions: false }]],
        babelrc: false,
        configFile: false,
      },
    ],
  },
  // Jest leaves one processor free by itself, which on two of them is half.
  maxWorkers: '100%',
  // A slow machine is no failure; what must be quick counts the processor's time.
  testTimeout: 60_000,
  restoreMocks: true,
  collectCoverageFrom: ['src/**/*.ts'],
  coverageProvider: 'v8',
}
