using System.Globalization;

namespace Hilo.Tests.Quality;

/// <summary>Chance that can be repeated: a new seed for every run, printed, or the one that <c>HILO_SEED</c> names.</summary>
internal static class Seed
{
    public static int Taken { get; } = int.TryParse(Environment.GetEnvironmentVariable("HILO_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
}
