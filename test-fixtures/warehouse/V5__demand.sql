CREATE VIEW demand AS
SELECT product_id, sum(quantity) AS quantity FROM order_lines GROUP BY product_id;
