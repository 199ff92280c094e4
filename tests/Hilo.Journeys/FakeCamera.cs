using System.Text;
using QRCoder;

namespace Hilo.Journeys;

/// <summary>A video file in which somebody holds a QR code before the lens: what Chromium plays instead of a camera.</summary>
internal static class FakeCamera
{
    private const int Width = 640;
    private const int Height = 480;
    private const int Frames = 5;

    /// <summary>Writes YUV4MPEG2, which Chromium repeats for ever.</summary>
    public static string Showing(string text)
    {
        using var qr = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = qr.ModuleMatrix.Count;
        var module = (Height - 40) / size;
        var (left, top) = ((Width - (module * size)) / 2, (Height - (module * size)) / 2);

        var picture = new byte[Width * Height * 3 / 2];
        picture.AsSpan(0, Width * Height).Fill(235);
        picture.AsSpan(Width * Height).Fill(128);
        for (var y = 0; y < module * size; y++)
            for (var x = 0; x < module * size; x++)
                if (qr.ModuleMatrix[y / module][x / module]) picture[((top + y) * Width) + left + x] = 16;

        var path = Path.Combine(Directory.CreateTempSubdirectory("hilo-camera-").FullName, "qr.y4m");
        using var file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var frame = 0; frame < Frames; frame++)
        {
            file.Write("FRAME\n"u8);
            file.Write(picture);
        }
        return path;
    }
}
