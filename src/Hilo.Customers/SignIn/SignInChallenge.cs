using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Customers;

/// <summary>One asked-for code: 6 digits, 10 minutes, 5 tries, bound to the browser that asked. The code is readable only until it is mailed or ends.</summary>
internal sealed class SignInChallengeRow
{
    public const int MostTries = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string EmailKey { get; init; }

    /// <summary>Encrypted; null once it ended.</summary>
    public string? Code { get; set; }

    public required byte[] BrowserHash { get; init; }

    public required string Culture { get; init; }

    public int Tries { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);

    public static byte[] HashOf(string browser) => SHA256.HashData(Encoding.UTF8.GetBytes(browser));

    /// <summary>Whether the shown code opens this challenge; compares without telling by its time how much was right.</summary>
    public bool Opens(string shown, string code, string? browser, DateTimeOffset now) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(code))
        & CryptographicOperations.FixedTimeEquals(HashOf(browser ?? ""), BrowserHash)
        & now < ExpiresAt & EndedAt is null & Tries <= MostTries;
}

file sealed class SignInChallengeMapping : IEntityTypeConfiguration<SignInChallengeRow>
{
    public void Configure(EntityTypeBuilder<SignInChallengeRow> challenge) => challenge.ToTable("customers_sign_in_challenges");
}
