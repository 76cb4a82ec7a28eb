import { expect } from '@playwright/test'
import type { SimulatorControl } from './simulator.ts'

/** Where the newest mail of this kind leads; none is sent before the act is done. */
export async function addressInMail(
  simulator: SimulatorControl,
  to: string,
  subject: string,
): Promise<string> {
  const find = async () => {
    const mail = (await simulator.mails()).find(
      (each) => each.to === to && each.subject === subject,
    )
    return /http\S+\/receipts\/\S+/.exec(mail?.text ?? '')?.[0]
  }
  await expect.poll(find).toBeDefined()
  return (await find()) ?? ''
}
