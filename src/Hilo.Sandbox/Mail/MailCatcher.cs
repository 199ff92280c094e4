using System.Security.Cryptography;

namespace Hilo.Sandbox.Mail;

/// <summary>Every mail that the product sent, in memory, oldest first. A repeated Message-ID is one mail with more deliveries.</summary>
public sealed class MailCatcher(TimeProvider clock)
{
    private const int Kept = 2_000;

    private readonly Lock gate = new();
    private readonly List<CaughtMail> mails = [];
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
        lock (gate) mails.Clear();
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

    internal CaughtMail Catch(string from, IReadOnlyList<string> to, byte[] raw)
    {
        var mime = MimeMessage.Parse(raw);
        var id = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var mail = new CaughtMail
        {
            Id = id,
            MessageId = mime.Header("Message-ID") ?? $"<{id}@without-message-id>",
            From = from,
            To = to,
            Subject = mime.Header("Subject") ?? "",
            ReceivedAt = clock.GetUtcNow(),
            Text = mime.Text,
            Html = mime.Html,
            Parts = mime.Parts,
            Headers = mime.Headers,
            Raw = raw,
        };
        TaskCompletionSource waiting;
        lock (gate)
        {
            var index = mails.FindIndex(known => known.MessageId == mail.MessageId);
            if (index >= 0)
            {
                var known = mails[index];
                mail = mails[index] = known with { Deliveries = known.Deliveries + 1, To = [.. known.To.Union(to, StringComparer.OrdinalIgnoreCase)] };
            }
            else
            {
                mails.Add(mail);
                if (mails.Count > Kept) mails.RemoveAt(0);
            }
            (waiting, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        waiting.SetResult();
        return mail;
    }
}
