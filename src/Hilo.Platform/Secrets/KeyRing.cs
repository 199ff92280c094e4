using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hilo.Platform;

/// <summary>The keys of this merchant, kept outside the database: a copy of the database alone opens nothing.</summary>
/// <remarks>From the variable <c>HILO_KEYS</c> (several nodes), else from <c>keys.json</c> in the data folder, made at first start and readable by its owner only.
/// The newest key writes, all of them read: rotating adds one.</remarks>
public sealed class KeyRing
{
    private readonly IReadOnlyDictionary<string, byte[]> keys;

    internal KeyRing(IEnumerable<StoredKey> stored)
    {
        var all = stored.ToList();
        if (all.Count == 0) throw new InvalidOperationException("A key ring holds one key at least.");
        keys = all.ToDictionary(k => k.Id, k => Convert.FromBase64String(k.Secret), StringComparer.Ordinal);
        if (keys.FirstOrDefault(k => k.Value.Length != 32 || k.Key.Length != 8) is { Key: not null } bad)
            throw new InvalidOperationException($"Key '{bad.Key}' is not of the form that this server writes.");
        Newest = all[^1].Id;
    }

    /// <summary>Eight characters.</summary>
    internal string Newest { get; }

    internal bool Knows(string id) => keys.ContainsKey(id);

    /// <summary>A key for one purpose: what signs links never encrypts secrets.</summary>
    internal byte[] Derive(string id, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, keys[id], 32, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>Opens the ring of a server, making the file when there is none.</summary>
    public static KeyRing Open(IConfiguration configuration, string dataFolder)
    {
        if (configuration["HILO_KEYS"] is { Length: > 0 } text) return new KeyRing(Parse(text));
        var path = configuration["Keys:File"] ?? Path.Combine(dataFolder, "keys.json");
        if (!File.Exists(path)) Write(path, [NewKey()], FileMode.CreateNew);
        return new KeyRing(Parse(File.ReadAllText(path)));
    }

    /// <summary>Adds a key that writes from the next start on.</summary>
    public static void Rotate(string path)
    {
        var next = path + ".next";
        Write(next, [.. Parse(File.ReadAllText(path)), NewKey()], FileMode.Create);
        File.Move(next, path, overwrite: true);
    }

    private static StoredKey[] Parse(string json) => JsonSerializer.Deserialize<StoredKey[]>(json, HiloJson.Tolerant) ?? [];

    private static StoredKey NewKey() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static void Write(string path, StoredKey[] stored, FileMode mode)
    {
        try
        {
            var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            JsonSerializer.Serialize(file, stored, HiloJson.Tolerant);
        }
        catch (IOException) when (mode == FileMode.CreateNew && File.Exists(path))
        {
            // Another process that starts at the same moment has made the file.
        }
    }

    internal sealed record StoredKey(string Id, string Secret);
}
