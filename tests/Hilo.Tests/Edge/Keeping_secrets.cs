using System.Security.Cryptography;
using Hilo.Platform;

namespace Hilo.Tests.Edge;

public class Keeping_secrets
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly KeyRing.StoredKey Old = new("0a0b0c0d", Convert.ToBase64String(new byte[32]));
    private static readonly KeyRing.StoredKey New = new("ffee0011", Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
    private readonly TestClock clock = new(Noon);

    [Fact]
    public void Reveals_what_was_protected_for_the_same_purpose_only()
    {
        var secrets = new Secrets(new KeyRing([Old]));

        var secret = secrets.Protect("gateway", "un token ñ");

        Assert.DoesNotContain("token", secret, StringComparison.Ordinal);
        Assert.NotEqual(secret, secrets.Protect("gateway", "un token ñ"));
        Assert.Equal("un token ñ", secrets.Reveal("gateway", secret));
        Assert.ThrowsAny<CryptographicException>(() => secrets.Reveal("mail", secret));
        Assert.ThrowsAny<CryptographicException>(() => secrets.Reveal("gateway", secret[..^2] + (secret[^2] == 'A' ? "B" : "A") + secret[^1]));
        Assert.ThrowsAny<CryptographicException>(() => secrets.Reveal("gateway", "nothing"));
    }

    [Fact]
    public void Reads_with_old_keys_and_writes_with_the_newest()
    {
        var before = new Secrets(new KeyRing([Old])).Protect("gateway", "token");
        var rotated = new Secrets(new KeyRing([Old, New]));

        Assert.Equal("token", rotated.Reveal("gateway", before));
        Assert.StartsWith("ffee0011.", rotated.Protect("gateway", "token"), StringComparison.Ordinal);
        Assert.ThrowsAny<CryptographicException>(() => new Secrets(new KeyRing([New])).Reveal("gateway", before));
    }

    [Fact]
    public void Signs_links_that_hold_for_one_scope_and_one_record_until_they_expire()
    {
        var links = new SignedLinks(new KeyRing([Old]), clock);
        var order = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
        var link = links.Make("order", order, Noon.AddDays(180));

        Assert.Equal(59, link.Length);
        Assert.True(links.Check("order", link, out var subject));
        Assert.Equal(order, subject);
        Assert.False(links.Check("cart", link, out _));
        Assert.True(new SignedLinks(new KeyRing([Old, New]), clock).Check("order", link, out _));
        Assert.False(new SignedLinks(new KeyRing([New]), clock).Check("order", link, out _));

        clock.Advance(TimeSpan.FromDays(180));
        Assert.False(links.Check("order", link, out _));
        Assert.True(links.Check("order", link, out subject, out var expires));
        Assert.Equal((order, Noon.AddDays(180)), (subject, expires));
    }

    [Fact]
    public void Finds_every_changed_character_of_a_link()
    {
        var links = new SignedLinks(new KeyRing([Old]), clock);
        var link = links.Make("order", Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), Noon.AddDays(1));

        for (var i = 0; i < link.Length; i++)
        {
            var changed = link[..i] + (link[i] == 'x' ? 'y' : 'x') + link[(i + 1)..];
            Assert.False(links.Check("order", changed, out _), $"character {i}");
        }
        Assert.All([null, "", "abc", link + "A", new string('=', 59), new string('_', 59)], text => Assert.False(links.Check("order", text, out _)));
    }

    [Fact]
    public void Makes_a_key_file_that_only_its_owner_reads()
    {
        var folder = Directory.CreateTempSubdirectory("hilo-keys-").FullName;
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build();

        var first = KeyRing.Open(configuration, folder).Newest;
        Assert.Equal(first, KeyRing.Open(configuration, folder).Newest);
        KeyRing.Rotate(Path.Combine(folder, "keys.json"));
        var rotated = KeyRing.Open(configuration, folder);

        Assert.NotEqual(first, rotated.Newest);
        Assert.True(rotated.Knows(first));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "keys.json")));
    }
}
