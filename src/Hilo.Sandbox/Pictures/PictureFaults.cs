using System.Text.Json.Serialization;

namespace Hilo.Sandbox.Pictures;

[JsonConverter(typeof(JsonStringEnumConverter<PictureFault>))]
public enum PictureFault
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("not_found")] NotFound,

    /// <summary>Waits for <see cref="PictureFaultPlan.DelayMs"/> before it answers.</summary>
    [JsonStringEnumMemberName("slow")] Slow,

    /// <summary>Begins like a picture and does not end for 256 MB.</summary>
    [JsonStringEnumMemberName("huge")] Huge,

    /// <summary>Says that it is a picture and is a page.</summary>
    [JsonStringEnumMemberName("wrong_content")] WrongContent,

    /// <summary>A picture that says that it is a page.</summary>
    [JsonStringEnumMemberName("wrong_type")] WrongType,

    [JsonStringEnumMemberName("private_redirect")] PrivateRedirect,

    /// <summary>Drops the connection in the middle.</summary>
    [JsonStringEnumMemberName("cut")] Cut,
}

public sealed record PictureFaultPlan
{
    public PictureFault Fault { get; init; }

    /// <summary>Only paths that contain this; every path when empty.</summary>
    public string? OnlyPath { get; init; }

    /// <summary>How many answers are hit; zero means all.</summary>
    public int Times { get; init; }

    public int DelayMs { get; init; } = 30_000;
}

public sealed class PictureFaults
{
    private readonly Lock gate = new();
    private PictureFaultPlan plan = new();

    public PictureFaultPlan Plan
    {
        get { lock (gate) return plan; }
        set { lock (gate) plan = value; }
    }

    public void Clear() => Plan = new PictureFaultPlan();

    internal PictureFault Take(string path)
    {
        lock (gate)
        {
            if (plan.Fault == PictureFault.None || (plan.OnlyPath is { } only && !path.Contains(only, StringComparison.Ordinal))) return PictureFault.None;
            var fault = plan.Fault;
            if (plan.Times > 0) plan = plan.Times == 1 ? new PictureFaultPlan() : plan with { Times = plan.Times - 1 };
            return fault;
        }
    }
}
