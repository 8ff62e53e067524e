package org.gridsight.app.incidents.photos;

import org.gridsight.app.kernel.ListedReason;

/** Refusals about photos. */
enum PhotoReason implements ListedReason {
    PROTOCOL(
            "photo.protocol",
            412,
            "只支持 tus 1.0.0,请在 Tus-Resumable 中写明。",
            "Only tus 1.0.0 is spoken here; say so in Tus-Resumable."),
    NOT_FOUND(
            "photo.not-found",
            404,
            "没有找到照片 {0}:未上传、已过期,或属于他人。",
            "There is no photo {0}: never sent, expired, or somebody else's."),
    ID_TAKEN("photo.id-taken", 409, "照片编号 {0} 已用于另一张照片,请换新编号。", "The id {0} belongs to another photo; use a new one."),
    WRONG_OFFSET(
            "photo.wrong-offset",
            409,
            "续传位置不符,服务器已有 {0} 字节,请从那里继续。",
            "The offset does not fit: {0} bytes are here; go on from there."),
    CHECKSUM(
            "photo.checksum",
            460,
            "这一段与校验值不符,已丢弃,请重发。",
            "This piece does not fit its checksum and is dropped; send it again."),
    ALGORITHM(
            "photo.checksum-algorithm",
            400,
            "校验算法只支持 sha1、sha256。",
            "Checksums are sha1 or sha256, as <algorithm> <base64>."),
    TOO_LARGE("photo.too-large", 413, "照片最多 {0} MB。", "A photo is at most {0} MB."),
    LONGER_THAN_SAID(
            "photo.longer-than-said",
            413,
            "收到的字节多于 Upload-Length 所写。",
            "More bytes came than Upload-Length announced."),
    EMPTY("photo.empty", 422, "照片是空文件。", "The photo is an empty file."),
    TOO_MANY("photo.too-many", 409, "每个事件最多 {0} 张照片。", "A case takes at most {0} photos."),
    TOO_MUCH_UNFINISHED(
            "photo.too-much-unfinished",
            429,
            "您未传完的照片共超过 {0} MB,请先传完再加。",
            "Your unfinished uploads exceed {0} MB; let them end before you begin more."),
    DISK_FULL(
            "photo.disk-full",
            507,
            "服务器存放照片的磁盘空间不足,请通知管理员;事件上报不受影响,照片稍后自动重传。",
            "The disk for photos is full; tell the administrator. Reports are not affected; the photo can be sent later."),
    CUT("photo.cut", 400, "传输中断,请用 HEAD 查询位置后续传。", "The transfer was cut off; ask with HEAD where to go on."),
    NOT_A_PICTURE("photo.not-a-picture", 422, "这不是照片,请用 JPEG 或 PNG。", "This is no picture; send JPEG or PNG."),
    HEIC(
            "photo.heic",
            422,
            "不支持 HEIC 照片,请在手机相机设置中选“兼容性最佳”,或转为 JPEG。",
            "HEIC is not read here; choose the most compatible format in the camera's settings, or convert to JPEG."),
    OTHER_FORMAT(
            "photo.other-format",
            422,
            "不支持 WebP、GIF、BMP 图片,请用 JPEG 或 PNG。",
            "WebP, GIF and BMP are not read here; send JPEG or PNG."),
    TOO_MANY_PIXELS(
            "photo.too-many-pixels",
            422,
            "图片声明的像素或扫描层过多,未打开即拒收;请用较小尺寸重拍。",
            "The picture declares too many pixels or scans and is refused unopened; take it anew in a smaller size."),
    UNREADABLE("photo.unreadable", 422, "图片已损坏,无法打开,请重拍或重新导出。", "The picture is damaged and cannot be opened."),
    PART_OF_CASE(
            "photo.part-of-case",
            409,
            "照片已归入事件,不能撤回;请联系值班员。",
            "The photo is part of the case and cannot be taken back; ask the duty officer.");

    private final Words words;

    PhotoReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
