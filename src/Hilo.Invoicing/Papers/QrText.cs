using System.Globalization;
using System.Text;

namespace Hilo.Invoicing;

/// <summary>The text of the agency's QR (RG 4892/2020): its keys in this order, numbers without quotes, standard Base64 that is not percent-encoded.</summary>
internal static class QrText
{
    public static string Of(Voucher voucher, string cuit, string cae, NormsOfDay norms)
    {
        var json = new StringBuilder("{\"ver\":1,");
        json.Append(CultureInfo.InvariantCulture, $"\"fecha\":\"{voucher.Date:yyyy-MM-dd}\",\"cuit\":{cuit},\"ptoVta\":{voucher.Point},\"tipoCmp\":{voucher.Type},\"nroCmp\":{voucher.Number},");
        json.Append(CultureInfo.InvariantCulture, $"\"importe\":{voucher.TotalMinor / 100m:0.00},\"moneda\":\"{voucher.Currency}\",\"ctz\":{voucher.Rate:0.######},");
        json.Append(CultureInfo.InvariantCulture, $"\"tipoDocRec\":{voucher.DocumentType},\"nroDocRec\":{voucher.DocumentNumber},\"tipoCodAut\":\"{(voucher.Contingency is null ? 'E' : 'A')}\",\"codAut\":{cae}}}");
        return norms.QrPrefix + Convert.ToBase64String(Encoding.UTF8.GetBytes(json.ToString()));
    }
}
