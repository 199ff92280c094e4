using Microsoft.Playwright;

namespace Hilo.Journeys;

/// <summary>A phone-sized browser: Debian's Chromium, driven as a person would.</summary>
internal sealed class Phone : IAsyncDisposable
{
    public static readonly string? Missing = File.Exists(Executable) ? null : "Chromium is missing: apt-get install chromium";
    private const string Executable = "/usr/bin/chromium";
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Phone(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    /// <param name="camera">A video file that the camera shows.</param>
    public static async Task<Phone> OpenAsync(Uri address, string? camera = null)
    {
        var driver = await Playwright.CreateAsync();
        string[] quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
        string[] lens = camera is null ? [] : ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={camera}"];
        var chromium = await driver.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Headless = true, Args = [.. quiet, .. lens] });
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = 390, Height = 844 },
            DeviceScaleFactor = 2,
            HasTouch = true,
            IsMobile = true,
            Locale = "es-AR",
            TimezoneId = Goods.TimeZone,
            Permissions = camera is null ? [] : ["camera"],
        });
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        var page = await context.NewPageAsync();
        return new Phone(driver, chromium, page);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
