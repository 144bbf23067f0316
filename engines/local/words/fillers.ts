const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);

/** Words that carry nothing to draw and are not worth a note. */
export const FILLERS: ReadonlySet<string> = new Set([
  ...words(
    'a an the of in on with and or wearing wears wear worn dressed up for to at by is are was who that has have having it its their very really quite nice beautiful pretty handsome attractive cute good great modern stylish trendy elegant classy fashionable simple clean natural person people human someone portrait photo photograph photography picture image avatar profile headshot character realistic photorealistic high quality detailed sharp hd 4k 8k looking look looks like style styled face body half full waist shot standing stands front camera color colour coloured colored light soft bright warm cool little bit some from as this under over one single model fashion catalog catalogue lookbook online eyes confident confidently friendly calm neutral professional-looking poses posing pose please make create draw me my i want years year old-fashioned age aged length set plain matching outfit clothes clothing near behind haircut',
  ),
  ...words(
    'seorang sebuah yang dengan dan atau memakai pakai mengenakan berpakaian berbaju pakaian busana baju-baju untuk di ke dari dalam pada sangat sekali banget cantik tampan ganteng keren manis anggun elegan bagus modern rapi sederhana orang potret foto gambar avatar profil karakter realistis kualitas tinggi detail tajam wajah badan tubuh setengah penuh berdiri depan kamera warna berwarna lembut terang cerah hangat agak sedikit model gaya fesyen fashion adalah itu ini sambil lagi sedang bergaya penampilan percaya diri ramah tenang buatkan buat saya aku ingin mau tolong dekat belakang usia umur tahun polos serasi senada menghadap menatap mata natural alami muslim sopan',
  ),
]);

/** Take back the thing after them. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  words('no without not never tanpa tidak bukan tak nggak ga gak'),
);
