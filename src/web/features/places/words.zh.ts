import type { PlaceTag } from '../../../domain/place/fact.ts'

export const zh = {
  at: '所在地属于',
  between: '、',
  label: '地区类型',
  all: '全部地区',
  tags: { western: '西部地区', remote: '艰苦边远地区', grassroots: '基层地区' } satisfies Record<
    PlaceTag,
    string
  >,
}
