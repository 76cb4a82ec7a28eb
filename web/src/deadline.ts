/** Waits no longer than this; what is late goes on unseen, and `late` is thrown in its place. */
export async function within<T>(deadlineMs: number, work: Promise<T>, late: Error): Promise<T> {
  let timer: number | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => reject(late), deadlineMs)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    window.clearTimeout(timer)
  }
}
