using System.Data.Common;
using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>What a list shows of a mail, read by hand.</summary>
internal static class MailColumns
{
    public const string All = "id, queued_at, recipient, subject, template, state, tries, sent_at, last_error, order_number";

    public static MailRow Read(DbDataReader row) => new(
        row.Id<MailId>(0), row.Instant(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Word<MailState>(5), row.GetInt32(6), row.InstantOrNull(7), row.Text(8), row.Text(9));
}
