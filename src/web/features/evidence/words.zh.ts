export const zh = {
  title: '证明材料',
  limits: (megabytes: number, files: number) =>
    `支持 PDF、JPEG、PNG、HEIC、WebP；每个不超过 ${megabytes} MB，最多 ${files} 个。`,
  choose: '选择文件',
  photograph: '拍照',
  drop: '也可以把文件拖到这里',
  sending: '正在上传',
  underWay: (files: number, percent: number) => `正在上传 ${files} 个文件，已完成 ${percent}%`,
  arrived: (files: number) => `已上传 ${files} 个文件`,
  remove: '移除',
  download: '下载',
  notShown: 'HEIC 照片不能在网页中预览，请下载后查看',
  offline: '网络中断，文件未上传，请重试',
  leftOut: (most: number, names: readonly string[]) => `最多 ${most} 个文件，未添加：${names.join('、')}`,
  needed: '请上传证明材料',
  unfinished: '有文件还没有上传完成，请等待、重试或移除后再提交',
}
