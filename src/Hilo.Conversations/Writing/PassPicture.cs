using QRCoder;

namespace Hilo.Conversations;

/// <summary>The pickup code as a picture that every mail program shows: dark on white, with a quiet zone.</summary>
internal static class PassPicture
{
    public static byte[] Of(string qr)
    {
        using var data = QRCodeGenerator.GenerateQrCode(qr, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(pixelsPerModule: 6);
    }
}
