import { DirectoryError } from './directory-error.ts'

/**
 * What a question answers, or undefined where this identity may not ask it. Only a refusal counts:
 * a directory that is busy or silent may answer the same question later.
 */
export async function whereReadable<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question
  } catch (error) {
    if (error instanceof DirectoryError && error.code === 'directory-refused') return undefined
    throw error
  }
}

/**
 * The same of the beta: what it has today it may refuse or write otherwise tomorrow, and then it tells
 * nothing. It may do so for good where a national cloud does not have it.
 *
 * @throws {DirectoryError} of a directory that is busy or silent.
 */
export async function whereBetaTells<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await whereReadable(question)
  } catch (error) {
    if (error instanceof DirectoryError && error.code === 'directory-failed') return undefined
    throw error
  }
}
