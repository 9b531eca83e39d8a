import { describe, expect, it } from 'vitest';
import { isVietnameseSyllable } from '../../src/document/vietnamese-syllable.js';

describe('a Vietnamese syllable', () => {
  it.each(
    (
      'kế hoạch xây dựng áp dụng duy trì cải tiến hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia quyển quý quỳ ' +
      'gì giết giêng giường giữa già nghiêng nghĩa ngoằn khuyến khuỷu khuya huỳnh thuở hoà hòa thuý thúy xoè xòe ' +
      'yêu yếu ý uyên oan oái ưu ươm ừ ạ uỷ ủy ĐẮK LẮK Việt UBND ĐỘC tuyệt ngoèo quạch quyết thuê khoẻ khỏe boong'
    )
      .split(' ')
      .filter((word) => word !== 'UBND'),
  )('is %s', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
  });

  it.each(
    'UBND cté kếé hoạt́ céng ngờu ké̀ kà̃ cệp các̀ càc thàch gế ngi kha~ été hôtel façon größe tràm̀ kểng̉ Ñoäc laøm quyeát hoïáp clà phlà'.split(
      ' ',
    ),
  )('is not %s', (word) => {
    expect(isVietnameseSyllable(word.normalize('NFC'))).toBe(false);
  });
});
