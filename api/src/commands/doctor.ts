import { examine } from '../doctor/examine.ts'
import { lineOf } from '../doctor/finding.ts'
import type { Command } from './command.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'looks whether all that Foyer needs is there, and nothing that it must not have',
  operands: [],
  options: {},
  async run({ environment, progress }) {
    const findings = await examine(environment, (part) => progress(`looking at ${part}`))
    const wrong = findings.filter(({ level }) => level === 'wrong').length
    const sum = wrong === 0 ? 'Nothing is wrong.' : `Wrong: ${wrong}.`
    return {
      said: [...findings.map(lineOf), sum].join('\n'),
      data: { wrong, findings },
      isBad: wrong > 0,
    }
  },
}
