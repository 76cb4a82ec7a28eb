/** Of whom the further guests and the generated people are made. */
export const givenNames =
  'Aino Amara Andrei Anjali Astrid Baran Beatriz Bruno Camille Chidi Daria Dmitri Elif Enzo Farah Fiona Gustav Hana Hassan Ida Ivan Jana Jorge Kaito Katarina Leila Luca Magda Mateo Mila Nadia Nils Oksana Oscar Paula Rafael Rania Salma Stefan Tariq Tereza Uma Viktor Wanda Xavier Yara Zofia'.split(
    ' ',
  )
export const surnames =
  'Abe Aguilar Bauer Berg Castro Conti Dahl Demir Dubois Evans Farkas Fischer Gomez Hansen Ito Ivanova Jensen Kaya Khan Kowalski Larsen Lopes Marino Meyer Moreau Nguyen Nowak Olsen Patel Petrov Quinn Ricci Rossi Santos Schmidt Silva Tanaka Ueda Varga Weiss Yilmaz Zimmer'.split(
    ' ',
  )
export const companies = [
  { name: 'Litware', domain: 'litware.example' },
  { name: 'Proseware', domain: 'proseware.example' },
  { name: 'Trey Research', domain: 'treyresearch.example' },
  { name: 'Alpine Ski House', domain: 'alpineskihouse.example' },
  { name: 'Lucerne Publishing', domain: 'lucernepublishing.example' },
  { name: 'Coho Vineyard', domain: 'cohovineyard.example' },
]
