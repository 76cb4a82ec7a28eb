import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/**
 * Writes what Vitest counted, and everything that went wrong, to a file. Its own JSON leaves out what
 * fails beside the tests: a hook at the end, a rejection that nobody awaited.
 */
export function reportTo(file: string): Reporter {
  return {
    onTestRunEnd(modules, unhandled) {
      const tests = modules.flatMap(({ children }) => [...children.allTests()])
      const notPassed = tests.filter((test) => test.result().state !== 'passed')
      const failures = [
        ...notPassed.map((test) => {
          const { state, errors } = test.result()
          return `${placeOf(test.module)} > ${test.fullName}: ${errors?.[0]?.message ?? state}`
        }),
        ...modules.flatMap(besideItsTests),
        ...unhandled.map(({ stack, message }) => `beside all tests: ${stack ?? message}`),
      ]
      const report = { passed: tests.length - notPassed.length, all: tests.length, failures }
      writeFileSync(file, JSON.stringify(report))
    },
  }
}

function besideItsTests(module: TestModule): string[] {
  const errors: SerializedError[] = [module, ...module.children.allSuites()].flatMap((part) =>
    part.errors(),
  )
  return errors.map(({ message }) => `${placeOf(module)}, beside its tests: ${message}`)
}

function placeOf({ project, relativeModuleId }: TestModule): string {
  return `${project.name} ${relativeModuleId}`
}
