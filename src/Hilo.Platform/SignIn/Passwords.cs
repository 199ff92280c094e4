using Microsoft.AspNetCore.Identity;

namespace Hilo.Platform;

/// <summary>Hashes passwords as ASP.NET Core Identity does, and takes equally long for people who do not exist.</summary>
internal sealed class Passwords
{
    private readonly PasswordHasher<Staff> hasher = new();
    private readonly string nobody;

    public Passwords() => nobody = Hash(Tokens.New());

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <param name="hash">Null for a person who does not exist or has no password yet: never right, never faster.</param>
    public bool IsRight(string? hash, string password) =>
        hasher.VerifyHashedPassword(null!, hash ?? nobody, password) != PasswordVerificationResult.Failed && hash is not null;
}
