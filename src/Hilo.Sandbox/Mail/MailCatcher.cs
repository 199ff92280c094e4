using System.Security.Cryptography;

namespace Hilo.Sandbox.Mail;

/// <summary>Every mail that the product sent, oldest first. A repeated Message-ID is one mail with more deliveries.</summary>
public sealed class MailCatcher
{
    private const string Kept = "mails";

    private readonly Lock gate = new();
    private readonly List<CaughtMail> mails = [];
    private readonly int most;
    private readonly TimeProvider clock;
    private readonly SandboxMemory memory;
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal MailCatcher(int most, TimeProvider clock, SandboxMemory memory)
    {
        (this.most, this.clock, this.memory) = (most, clock, memory);
        foreach (var kept in memory.Read<KeptMail>(Kept)) Add(kept);
    }

    /// <summary>Where the catcher listens on 127.0.0.1, once its host has started.</summary>
    public Task<int> Port => port.Task;

    public IReadOnlyList<CaughtMail> Messages
    {
        get { lock (gate) return [.. mails]; }
    }

    public CaughtMail? Find(string id)
    {
        lock (gate) return mails.Find(mail => mail.Id == id);
    }

    public void Clear()
    {
        lock (gate)
        {
            mails.Clear();
            memory.Forget(Kept);
        }
    }

    /// <summary>The first mail that fits, now or within the time; otherwise <see cref="TimeoutException"/> with what did arrive.</summary>
    public async Task<CaughtMail> WaitForAsync(Func<CaughtMail, bool> predicate, TimeSpan timeout, CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (mails.Find(mail => predicate(mail)) is { } found) return found;
                next = changed.Task;
            }
            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
            {
                var seen = string.Join("; ", Messages.Select(mail => $"{string.Join(',', mail.To)}: {mail.Subject}"));
                throw new TimeoutException($"No such mail within {timeout}. Arrived: {(seen.Length == 0 ? "nothing" : seen)}.", late);
            }
        }
    }

    internal void ListensOn(int number) => port.TrySetResult(number);

    internal CaughtMail Catch(string from, IReadOnlyList<string> to, byte[] raw, int connection)
    {
        var kept = new KeptMail(RandomNumberGenerator.GetHexString(16, lowercase: true), from, to, clock.GetUtcNow(), raw);
        CaughtMail mail;
        TaskCompletionSource waiting;
        lock (gate)
        {
            mail = Add(kept, connection);
            memory.Append(Kept, kept);
            (waiting, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        waiting.SetResult();
        return mail;
    }

    private CaughtMail Add(KeptMail arrived, int connection = 0)
    {
        var mail = Open(arrived) with { Connection = connection };
        var index = mails.FindIndex(known => known.MessageId == mail.MessageId);
        if (index >= 0)
        {
            var known = mails[index];
            return mails[index] = known with { Deliveries = known.Deliveries + 1, To = [.. known.To.Union(mail.To, StringComparer.OrdinalIgnoreCase)] };
        }
        mails.Add(mail);
        if (mails.Count > most) mails.RemoveAt(0);
        return mail;
    }

    private static CaughtMail Open(KeptMail arrived)
    {
        var mime = MimeMessage.Parse(arrived.Raw);
        return new CaughtMail
        {
            Id = arrived.Id,
            MessageId = mime.Header("Message-ID") ?? $"<{arrived.Id}@without-message-id>",
            From = arrived.From,
            To = arrived.To,
            Subject = mime.Header("Subject") ?? "",
            ReceivedAt = arrived.At,
            Text = mime.Text,
            Html = mime.Html,
            Parts = mime.Parts,
            Headers = mime.Headers,
            Raw = arrived.Raw,
        };
    }

    /// <summary>One delivery as it came.</summary>
    private sealed record KeptMail(string Id, string From, IReadOnlyList<string> To, DateTimeOffset At, byte[] Raw);
}
